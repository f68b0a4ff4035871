// Which regions lead in each of these dimensions?
// 这些分项指数上分别有哪些地区领先？
// Parameters: keys, keys of dimensions; level, PROVINCE or CITY; edition, null for the latest edition with such lists.
// Rows: one row per dimension and region, in administrative order. position is the position in the printed list, not a rank.
:param keys => ['MATURITY'];
:param level => 'CITY';
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (dimension:Dimension) WHERE dimension.key IN $keys
WITH edition, dimension, dimension.key AS key
// IS NOT NULL is always true here. With it, Neo4j reads a single list from an index, not the lists of all years.
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: key}]->()
WHERE lead.position IS NOT NULL
WITH edition, dimension, key, region, lead.position AS position, lead.fact AS fact ORDER BY fact
WITH edition, dimension, key, region, min(position) AS position, collect(fact) AS facts
RETURN key, edition, region.code AS code, region.name AS name, position, facts
ORDER BY dimension.order, region.order
