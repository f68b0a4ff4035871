// Which pairs of regions lead in the same dimensions, and in which?
// 哪些地区两两在多项分项指数上同时领先？
// Parameters: level, PROVINCE or CITY; edition, null for the latest edition with lists of the level; minShared, the minimum
// number of dimensions that both regions lead in, null for 2.
// Rows: one row per pair of regions, first before second in administrative order: the largest shared first, then the largest
// jaccard, then in administrative order of first and of second. union is the number of dimensions that at least one of the
// regions leads in, jaccard is shared divided by union, from 0 to 1. facts are those of both regions.
:param level => 'CITY';
:param edition => null;
:param minShared => 3;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (dimension:Dimension)
// IS NOT NULL is always true here. With it, Neo4j reads a single list from an index, not the lists of all years.
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension.key}]->()
WHERE lead.position IS NOT NULL
WITH edition, region, dimension, lead ORDER BY dimension.order, lead.fact
WITH edition, region, collect(DISTINCT dimension) AS dimensions, collect(lead.fact) AS facts
WITH edition, collect({region: region, order: region.order, dimensions: dimensions, facts: facts}) AS leaders
UNWIND leaders AS leader
UNWIND leaders AS other
WITH edition, leader, other WHERE leader.order < other.order
WITH edition, leader, other, [dimension IN leader.dimensions WHERE dimension IN other.dimensions] AS both
WHERE size(both) >= coalesce($minShared, 2)
WITH edition, leader, other, leader.region AS first, other.region AS second, both,
     [dimension IN leader.dimensions WHERE NOT dimension IN both] AS onlyFirst,
     [dimension IN other.dimensions WHERE NOT dimension IN both] AS onlySecond
WITH edition, leader, other, first, second, both, onlyFirst, onlySecond, size(both) AS shared,
     size(both) + size(onlyFirst) + size(onlySecond) AS either
RETURN edition, first.code AS first, second.code AS second, first.name AS firstName, second.name AS secondName,
       shared, either AS `union`, toFloat(shared) / either AS jaccard,
       [dimension IN both | dimension.key] AS both, [dimension IN both | dimension.name] AS bothNames,
       [dimension IN onlyFirst | dimension.key] AS onlyFirst, [dimension IN onlySecond | dimension.key] AS onlySecond,
       leader.facts + other.facts AS facts
ORDER BY shared DESC, jaccard DESC, leader.order, other.order
