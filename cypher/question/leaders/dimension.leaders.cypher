// Which regions lead in each of these dimensions?
// 这些分项指数上分别有哪些地区领先？
// Parameters: keys, keys of dimensions; level, PROVINCE or CITY; edition, a year.
// Rows: one row per dimension and region, in administrative order. position is the position in the printed list, not a rank.
:param keys => ['MATURITY'];
:param level => 'CITY';
:param edition => 2022;
UNWIND $keys AS key
MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level, dimension: key}]->(led:Dimension)
RETURN key, region.code AS code, region.name AS name, lead.position AS position, lead.facts AS facts
ORDER BY led.order, region.order
