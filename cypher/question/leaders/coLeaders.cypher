// Which pairs of regions lead in the same dimensions, and in which?
// 哪些地区两两在多项分项指数上同时领先？
// Parameters: level, PROVINCE or CITY; edition, a year; minShared, the minimum number of dimensions that both regions lead in.
// Rows: one row per pair of regions, first before second in administrative order: the largest shared first, then the largest
// jaccard, then in administrative order of first and of second. union is the number of dimensions that at least one of the
// regions leads in, jaccard is shared divided by union, from 0 to 1. facts are those of both regions.
:param level => 'CITY';
:param edition => 2022;
:param minShared => 3;
MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level}]->(dimension:Dimension)
WITH region, lead, dimension ORDER BY dimension.order
WITH region, collect(dimension) AS dimensions, reduce(all = [], ids IN collect(lead.facts) | all + ids) AS facts
WITH collect({region: region, order: region.order, dimensions: dimensions, facts: facts}) AS leaders
UNWIND leaders AS leader
UNWIND leaders AS other
WITH leader, other WHERE leader.order < other.order
WITH leader, other, [dimension IN leader.dimensions WHERE dimension IN other.dimensions] AS both
WHERE size(both) >= $minShared
WITH leader, other, leader.region AS first, other.region AS second, both,
     [dimension IN leader.dimensions WHERE NOT dimension IN both] AS onlyFirst,
     [dimension IN other.dimensions WHERE NOT dimension IN both] AS onlySecond
WITH *, size(both) AS shared, size(both) + size(onlyFirst) + size(onlySecond) AS either
RETURN first.code AS first, second.code AS second, first.name AS firstName, second.name AS secondName,
       shared, either AS `union`, toFloat(shared) / either AS jaccard,
       [dimension IN both | dimension.key] AS both, [dimension IN both | dimension.name] AS bothNames,
       [dimension IN onlyFirst | dimension.key] AS onlyFirst, [dimension IN onlySecond | dimension.key] AS onlySecond,
       leader.facts + other.facts AS facts
ORDER BY shared DESC, jaccard DESC, leader.order, other.order
