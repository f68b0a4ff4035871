// Which regions lead in each of these dimensions?
// 这些分项指数上分别有哪些地区领先?
// Parameters: keys of dimensions; level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a dimension and region, in administrative order; position is the place in the printed list, no rank.
:param keys => ['MATURITY'];
:param level => 'CITY';
:param edition => null;
// The index holds the editions of a level in order, so the last entry is the latest.
WITH coalesce($edition, COLLECT { MATCH (any:Fact {kind: 'LEADS_LIST', level: $level}) WHERE any.edition > 0
       RETURN any.edition ORDER BY any.kind DESC, any.level DESC, any.edition DESC LIMIT 1 }[0]) AS edition
MATCH (dimension:Dimension) WHERE dimension.key IN $keys
WITH edition, dimension, dimension.key AS key
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: key}]->()
USING INDEX lead:LEADS(edition, level, dimension, position)
WHERE lead.position > 0
WITH edition, dimension, key, region, lead.position AS position,
     lead.fact AS fact ORDER BY fact
WITH edition, dimension, key, region, min(position) AS position, collect(fact) AS facts
RETURN key, edition, region.code AS code, region.name AS name, position, facts
ORDER BY dimension.order, region.order
