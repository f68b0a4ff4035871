// Which regions lead in each of these dimensions?
// 这些分项指数上分别有哪些地区领先?
// Parameters: keys of dimensions; level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a dimension and region, in administrative order; position is the place in the printed list, no rank.
:param keys => ['MATURITY'];
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: $level}) WHERE $edition IS NULL
WITH coalesce($edition, max(list.edition)) AS edition
MATCH (region:Region)-[lead:LEADS {edition: edition}]->(dimension:Dimension)
WHERE dimension.key IN $keys AND (region:City) = ($level = 'CITY')
WITH edition, dimension, region, lead ORDER BY lead.fact
WITH edition, dimension, region, collect(lead.position)[0] AS position, collect(lead.fact) AS facts
RETURN dimension.key AS key, edition, region.code AS code, region.name AS name, position, facts
ORDER BY dimension.order, region.order
