// Which facts do sources state, as a table for export with everything that each fact is about?
// 各来源说明的全部事实，每条一行，可供导出。
// Parameters: edition a year, or null for all editions; first is the page size; after is the edition and key of the last row
// of the previous page, such as [2022, '2022/claim/east-west'], or null.
// Rows: one row per fact, by edition and key. areas have the form KEY:role, sources the form source@locator. sha256 has one
// entry per source; it is empty if the source's wording was not available.
:param edition => 2022;
:param first => 100;
:param after => null;
MATCH (fact:Fact)
WHERE ($edition IS NULL OR fact.edition = $edition)
  AND ($after IS NULL OR fact.edition > $after[0] OR fact.edition = $after[0] AND fact.id > $after[1])
WITH fact ORDER BY fact.edition, fact.id LIMIT $first
OPTIONAL MATCH (edition:Edition {year: fact.edition})
OPTIONAL MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region)
OPTIONAL MATCH (fact)-[:ABOUT {role: 'dimension'}]->(dimension:Dimension)
OPTIONAL MATCH (fact)-[about:ABOUT]->(tier:Tier) WHERE about.role IN ['tier', 'to']
OPTIONAL MATCH (fact)-[:ABOUT {role: 'from'}]->(before:Tier)
OPTIONAL MATCH (fact)-[:ABOUT {role: 'initiative'}]->(initiative:Initiative)
WITH fact, edition, region, dimension, tier, before, initiative,
     COLLECT { MATCH (fact)-[about:ABOUT]->(area:Area) RETURN area.key + ':' + about.role ORDER BY about.role, area.order } AS areas,
     COLLECT { MATCH (fact)-[cited:CITED_FROM]->(source:Source)
               RETURN source.id + coalesce('@' + cited.locator, '') ORDER BY source.id, cited.locator } AS sources,
     COLLECT { MATCH (fact)-[cited:CITED_FROM]->(source:Source)
               RETURN coalesce(cited.sha256, '') ORDER BY source.id, cited.locator } AS sha256
RETURN fact.id AS key, fact.kind AS kind, fact.edition AS edition, edition.evaluatedYear AS evaluatedYear,
       fact.level AS level, region.code AS regionCode, region.name AS region, region.nameEn AS regionEn,
       dimension.key AS dimension, tier.key AS tier, before.key AS tierBefore, initiative.name AS initiative, areas,
       fact.value AS value, fact.unit AS unit, fact.rank AS rank, fact.atMost AS atMost, fact.text AS text,
       fact.order AS order, fact.printedCount AS printedCount, fact.closed AS closed, fact.doubt AS doubt, sources, sha256
ORDER BY edition, key
