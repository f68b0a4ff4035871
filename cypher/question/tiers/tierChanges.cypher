// Which regions rose to a higher tier, from which tier to which, and in how many dimensions does each lead?
// 哪些地区组别上升、由何组别升至何组别、各在几个分项指数上领先？
// Parameters: level PROVINCE or CITY; edition a year.
// Rows: one row per region, by the tier reached (highest first), then in administrative order. Falls are never printed: a
// region that is not named stayed or fell. from is null if sources disagree about it.
:param level => 'CITY';
:param edition => 2022;
MATCH (region:Region)-[rose:ROSE {edition: $edition, level: $level}]->(after:Tier)
OPTIONAL MATCH (before:Tier {key: rose.from})
RETURN region.code AS code, region.name AS name, before.key AS from, after.key AS to, rose.facts AS facts,
       COLLECT { MATCH (region)-[:LEADS {edition: $edition}]->(dimension:Dimension)
                 RETURN dimension.key ORDER BY dimension.order } AS dimensions
ORDER BY after.order, before.order, region.order
