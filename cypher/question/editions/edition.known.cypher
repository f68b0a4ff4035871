// How much is known in each of these editions, of what could be known?
// 各年度在排名、得分、组别和名单方面已知多少？
// Parameters: keys are years of editions.
// Rows: one row per edition, assessed level and kind: RANKS and SCORES in the overall index and TIERS, each for the regions of the
// level, and LISTS, the complete lists of leading regions, for the dimensions of the edition. total is null if no source names
// the dimensions. A disputed value is not known.
:param keys => [2020, 2022];
UNWIND $keys AS key
MATCH (edition:Edition {year: key})
UNWIND coalesce(edition.levels, ['PROVINCE', 'CITY']) AS level
WITH key, edition, level, COUNT { (:Region {level: level}) } AS regions
UNWIND [
  ['RANKS', COUNT { (:Region)-[scored:SCORED {edition: key, level: level}]->() WHERE scored.rank IS NOT NULL }, regions],
  ['SCORES', COUNT { (:Region)-[scored:SCORED {edition: key, level: level}]->() WHERE scored.score IS NOT NULL }, regions],
  ['TIERS', COUNT { (:Region)-[:IN_TIER {edition: key, level: level}]->() }, regions],
  ['LISTS', COUNT { MATCH (:List {kind: 'LEADS_LIST', edition: key, level: level, closed: true})-[:ABOUT {role: 'dimension'}]->(led)
                    RETURN DISTINCT led }, nullIf(COUNT { (edition)-[:ASSESSES]->(:Dimension) }, 0)]
] AS row
RETURN key, level, row[0] AS kind, row[1] AS known, row[2] AS total
ORDER BY key, level DESC, kind
