// Which regions rose to a higher tier, from which tier to which, and in how many dimensions does each lead?
// 哪些地区组别上升、由何组别升至何组别、各在几个分项指数上领先？
// Parameters: level PROVINCE or CITY; edition a year, or null for the latest edition with lists of rises.
// Rows: one row per region, by the tier reached (highest first), then in administrative order. Falls are never printed: a
// region that is not named stayed or fell. A region has two rows if sources disagree about its rise.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'ROSE_LIST', level: $level})
WITH coalesce($edition, max(any.edition)) AS edition
MATCH (region:Region)-[rose:ROSE {edition: edition}]->(after:Tier)
WHERE (region:City) = ($level = 'CITY')
MATCH (before:Tier {key: rose.from})
WITH edition, region, before, after, rose ORDER BY rose.fact
WITH edition, region, before, after, collect(rose.fact) AS facts
RETURN edition, region.code AS code, region.name AS name, before.key AS from, after.key AS to, facts,
       COLLECT { MATCH (region)-[:LEADS {edition: edition}]->(dimension:Dimension)
                 WITH DISTINCT dimension ORDER BY dimension.order RETURN dimension.key } AS dimensions
ORDER BY after.order, before.order, region.order
