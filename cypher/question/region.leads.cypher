// In which dimensions does each of these regions lead?
// 这些地区分别在哪些分项指数上领先?
// Parameters: codes of regions; edition null for the latest with such lists of the region's level.
// Rows: one a region and dimension, in the report's order of dimensions. position is a place in a list of
// administrative order, no rank. No row: not named in any list of that edition.
:param keys => ['440100', '420100'];
:param edition => null;
UNWIND $keys AS key
MATCH (region:Region {code: key})
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
CALL (level) {
  OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: level}) WHERE $edition IS NULL
  RETURN coalesce($edition, max(list.edition)) AS edition
}
MATCH (region)-[lead:LEADS {edition: edition}]->(led:Dimension)
WITH region, edition, led, lead ORDER BY lead.fact
WITH region, edition, led, collect(lead.position)[0] AS position, collect(lead.fact) AS facts
RETURN region.code AS key, edition, led.key AS dimension, position, facts
ORDER BY key, led.order
