// Constraints and indexes of the peer's graph: every property that its questions filter by.
CREATE CONSTRAINT peer_region_code IF NOT EXISTS FOR (n:PeerRegion) REQUIRE n.code IS UNIQUE;
CREATE CONSTRAINT peer_dimension_key IF NOT EXISTS FOR (n:PeerDimension) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT peer_edition_year IF NOT EXISTS FOR (n:PeerEdition) REQUIRE n.year IS UNIQUE;
CREATE CONSTRAINT peer_source_key IF NOT EXISTS FOR (n:PeerSource) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT peer_leadership_fact IF NOT EXISTS FOR (n:PeerLeadership) REQUIRE n.fact IS UNIQUE;
CREATE INDEX peer_region_order IF NOT EXISTS FOR (n:PeerRegion) ON (n.level, n.order);
CREATE INDEX peer_standing IF NOT EXISTS FOR (n:PeerStanding) ON (n.year, n.level);
CREATE CONSTRAINT peer_standing_code IF NOT EXISTS FOR (n:PeerStanding) REQUIRE (n.code, n.year) IS UNIQUE;
CALL db.awaitIndexes(60);
