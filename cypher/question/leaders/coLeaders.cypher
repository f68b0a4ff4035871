// Which regions lead together, in how many dimensions and in which?
// 哪些地区两两在多项分项指数上同时领先?
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists; minShared in how many dimensions both
// must lead at the least, null for 2.
// Rows: one a pair of regions, the administratively earlier one first; most shared dimensions first, then the larger
// jaccard, then in administrative order of the first and of the second. union is in how many dimensions either leads,
// jaccard shared by union, from 0 to 1. facts are all those that one of the two leads.
:param level => 'CITY';
:param edition => null;
:param minShared => 3;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (dimension:Dimension)
// IS NOT NULL is always true here. It lets Neo4j look up one list in an index instead of reading the lists of all years.
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension.key}]->()
WHERE lead.position IS NOT NULL
WITH edition, region, dimension, lead ORDER BY dimension.order, lead.fact
WITH edition, region, collect(DISTINCT dimension) AS dimensions, collect(lead.fact) AS facts
WITH edition, collect({region: region, order: region.order, dimensions: dimensions, facts: facts}) AS leaders
UNWIND leaders AS one
UNWIND leaders AS other
WITH edition, one, other WHERE one.order < other.order
WITH edition, one, other, [dimension IN one.dimensions WHERE dimension IN other.dimensions] AS both
WHERE size(both) >= coalesce($minShared, 2)
WITH edition, one, other, one.region AS first, other.region AS second, both,
     [dimension IN one.dimensions WHERE NOT dimension IN both] AS onlyFirst,
     [dimension IN other.dimensions WHERE NOT dimension IN both] AS onlySecond
WITH edition, one, other, first, second, both, onlyFirst, onlySecond, size(both) AS shared,
     size(both) + size(onlyFirst) + size(onlySecond) AS either
RETURN edition, first.code AS first, second.code AS second, first.name AS firstName, second.name AS secondName,
       shared, either AS `union`, toFloat(shared) / either AS jaccard,
       [dimension IN both | dimension.key] AS both, [dimension IN both | dimension.name] AS bothNames,
       [dimension IN onlyFirst | dimension.key] AS onlyFirst, [dimension IN onlySecond | dimension.key] AS onlySecond,
       one.facts + other.facts AS facts
ORDER BY shared DESC, jaccard DESC, one.order, other.order
