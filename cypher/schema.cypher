// The constraints and indexes of the graph. Neo4j Community has only uniqueness constraints, so that the data checks
// before a load make sure that properties exist and have the right types.
CREATE CONSTRAINT area_key IF NOT EXISTS FOR (n:Area) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT region_code IF NOT EXISTS FOR (n:Region) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT dimension_key IF NOT EXISTS FOR (n:Dimension) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT tier_key IF NOT EXISTS FOR (n:Tier) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT edition_year IF NOT EXISTS FOR (n:Edition) REQUIRE n.year IS UNIQUE;
CREATE CONSTRAINT initiative_name IF NOT EXISTS FOR (n:Initiative) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT fact_id IF NOT EXISTS FOR (n:Fact) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT load_name IF NOT EXISTS FOR (n:Load) REQUIRE n.name IS UNIQUE;
CREATE CONSTRAINT assesses_fact IF NOT EXISTS FOR ()-[r:ASSESSES]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT grades_fact IF NOT EXISTS FOR ()-[r:GRADES]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT counts_fact IF NOT EXISTS FOR ()-[r:COUNTS]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT leads_fact IF NOT EXISTS FOR ()-[r:LEADS]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT in_tier_fact IF NOT EXISTS FOR ()-[r:IN_TIER]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT rose_fact IF NOT EXISTS FOR ()-[r:ROSE]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT keeps_leading_fact IF NOT EXISTS FOR ()-[r:KEEPS_LEADING]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT named_for_fact IF NOT EXISTS FOR ()-[r:NAMED_FOR]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT scored_fact IF NOT EXISTS FOR ()-[r:SCORED]-() REQUIRE r.fact IS UNIQUE;
CREATE CONSTRAINT ranked_fact IF NOT EXISTS FOR ()-[r:RANKED]-() REQUIRE r.fact IS UNIQUE;
CREATE INDEX fact_kind IF NOT EXISTS FOR (n:Fact) ON (n.kind, n.level, n.edition);
CREATE INDEX fact_edition IF NOT EXISTS FOR (n:Fact) ON (n.edition, n.kind);
// An earlier version had an index of leaderships by edition.
DROP INDEX leads_edition IF EXISTS;
// A printed list is one range of this index, in the printed order.
CREATE INDEX leads_list IF NOT EXISTS FOR ()-[r:LEADS]-() ON (r.edition, r.level, r.dimension, r.position);
CREATE INDEX in_tier_edition IF NOT EXISTS FOR ()-[r:IN_TIER]-() ON (r.edition);
CREATE INDEX rose_edition IF NOT EXISTS FOR ()-[r:ROSE]-() ON (r.edition);
// An earlier version had an index for misspelled names.
DROP INDEX region_names IF EXISTS;
// A load must not start before all indexes are ready.
CALL db.awaitIndexes(60);
