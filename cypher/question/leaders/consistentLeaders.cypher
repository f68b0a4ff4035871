// Which regions does the report name as consistent leaders, and in which dimensions does each lead in the same edition?
// 哪些地区被点名为持续保持全国领先水平？
// Parameters: level, PROVINCE or CITY; edition, null for the latest edition with such a list.
// Rows: one row per region, in administrative order. The list is open: other regions can be consistent leaders too.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (fact:Fact {kind: 'KEEPS_LEADING', level: $level})
WITH coalesce($edition, max(fact.edition)) AS edition
MATCH (region:Region)-[lead:KEEPS_LEADING]->(:Edition {year: edition})
WHERE (region:City) = ($level = 'CITY')
WITH edition, region, lead ORDER BY lead.fact
WITH edition, region, collect(DISTINCT lead.period) AS periods, collect(lead.fact) AS facts
RETURN edition, region.code AS code, region.name AS name, periods, facts,
       COLLECT { MATCH (region)-[:LEADS {edition: edition}]->(dimension:Dimension)
                 WITH DISTINCT dimension ORDER BY dimension.order RETURN dimension.key } AS dimensions
ORDER BY region.order
