// Which regions does the report name as consistent leaders, and in which dimensions does each lead in the same edition?
// 哪些地区被点名为持续保持全国领先水平？
// Parameters: level, PROVINCE or CITY; edition, a year.
// Rows: one row per region, in administrative order. The list is open: other regions can be consistent leaders too. periods
// are the printed periods; there are several only if sources word them differently.
:param level => 'CITY';
:param edition => 2022;
MATCH (region:Region)-[lead:KEEPS_LEADING {edition: $edition, level: $level}]->(:Edition)
RETURN region.code AS code, region.name AS name, lead.facts AS facts,
       COLLECT { MATCH (fact:Fact) WHERE fact.id IN lead.facts
                 WITH fact ORDER BY fact.id RETURN DISTINCT fact.text } AS periods,
       COLLECT { MATCH (region)-[:LEADS {edition: $edition}]->(dimension:Dimension)
                 RETURN dimension.key ORDER BY dimension.order } AS dimensions
ORDER BY region.order
