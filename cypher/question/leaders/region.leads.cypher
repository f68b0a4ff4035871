// In which dimensions does each of these regions lead?
// 这些地区分别在哪些分项指数上领先？
// Parameters: keys, codes of regions; edition, null for the latest edition with lists of the region's level.
// Rows: one row per region and dimension, in the report's order of dimensions. position is a position in the printed list, not
// a rank. A region without a row is not in any list of the edition.
:param keys => ['440100', '420100'];
:param edition => null;
UNWIND $keys AS key
MATCH (region:Region {code: key})
WITH key, region, coalesce($edition, COLLECT {
  WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
  MATCH (one:Edition)
  WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: level, edition: one.year}) }
  RETURN max(one.year) }[0]) AS edition
MATCH (region)-[lead:LEADS {edition: edition}]->(led)
WITH key, edition, led, lead.position AS position, lead.fact AS fact ORDER BY fact
WITH key, edition, led, min(position) AS position, collect(fact) AS facts
RETURN key, edition, led.key AS dimension, position, facts
ORDER BY key, led.order
