// In which dimensions does each of these regions lead?
// 这些地区分别在哪些分项指数上领先？
// Parameters: keys, codes of regions; edition, a year.
// Rows: one row per region and dimension, in the report's order of dimensions. position is a position in the printed list, not
// a rank. A region without a row is not in any list of the edition.
:param keys => ['440100', '420100'];
:param edition => 2022;
UNWIND $keys AS key
MATCH (:Region {code: key})-[lead:LEADS {edition: $edition}]->(led:Dimension)
RETURN key, led.key AS dimension, lead.position AS position, lead.facts AS facts
ORDER BY key, led.order
