// Which regions are named as leading the country lastingly, and in which dimensions does each lead now?
// 哪些地区被点名为持续保持全国领先水平?
// Parameters: level PROVINCE or CITY; edition null for the latest with such a list.
// Rows: one a region, in administrative order. The list is an open one: others may lead lastingly too.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'KEEPS_LEADING', level: $level})
WITH coalesce($edition, max(any.edition)) AS edition
MATCH (region:Region)-[kept:KEEPS_LEADING]->(:Edition {year: edition})
WHERE (region:City) = ($level = 'CITY')
WITH edition, region, kept ORDER BY kept.fact
WITH edition, region, collect(DISTINCT kept.period) AS periods, collect(kept.fact) AS facts
RETURN edition, region.code AS code, region.name AS name, periods, facts,
       COLLECT { MATCH (region)-[:LEADS {edition: edition}]->(dimension:Dimension)
                 WITH DISTINCT dimension ORDER BY dimension.order RETURN dimension.key } AS dimensions
ORDER BY region.order
