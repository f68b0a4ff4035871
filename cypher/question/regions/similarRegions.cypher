// Which regions of the same level lead in the most similar set of dimensions?
// 与某地区领先的分项指数最相近的同层面地区有哪些？
// Parameters: to, the code of a region; edition, a year; first, the maximum number of regions.
// Rows: one row per region that shares a dimension with it: the largest jaccard first, then the largest shared, then in
// administrative order. jaccard is shared divided by union, from 0 to 1. total is the number of all such regions, tiedBeyond
// the number of regions beyond first with the jaccard of the last row. facts are those of both regions. If there is no row,
// similarRegions.reason says why.
:param to => '420100';
:param edition => 2022;
:param first => 5;
MATCH (to:Region {code: $to})
MATCH (region:Region)-[lead:LEADS {edition: $edition, level: to.level}]->(dimension:Dimension)
WITH to, region, lead, dimension ORDER BY dimension.order
WITH to, region, collect(dimension) AS dimensions, reduce(all = [], ids IN collect(lead.facts) | all + ids) AS facts
WITH to, collect({region: region, dimensions: dimensions, facts: facts}) AS leaders
UNWIND [leader IN leaders WHERE leader.region = to] AS own
UNWIND [leader IN leaders WHERE leader.region <> to] AS other
WITH own, other,
     [dimension IN own.dimensions WHERE dimension IN other.dimensions] AS both,
     [dimension IN own.dimensions WHERE NOT dimension IN other.dimensions] AS onlyTo,
     [dimension IN other.dimensions WHERE NOT dimension IN own.dimensions] AS onlyOther
WHERE size(both) > 0
WITH own, other, both, onlyTo, onlyOther, size(both) AS shared, size(both) + size(onlyTo) + size(onlyOther) AS either
WITH own, other, both, onlyTo, onlyOther, shared, either, toFloat(shared) / either AS jaccard
ORDER BY jaccard DESC, shared DESC, other.region.order
WITH collect({region: other.region, shared: shared, either: either, jaccard: jaccard, both: both, onlyTo: onlyTo,
                       onlyOther: onlyOther, facts: own.facts + other.facts}) AS hits
WITH hits[..$first] AS shown, hits[$first..] AS rest
UNWIND range(0, size(shown) - 1) AS index
WITH shown[index] AS hit, index, size(shown) + size(rest) AS total,
     size([other IN rest WHERE other.jaccard = shown[-1].jaccard]) AS tiedBeyond
RETURN hit.region.code AS code, hit.region.name AS name, hit.shared AS shared, hit.either AS `union`, hit.jaccard AS jaccard,
       [dimension IN hit.both | dimension.key] AS both, [dimension IN hit.both | dimension.name] AS bothNames,
       [dimension IN hit.onlyTo | dimension.key] AS onlyTo, [dimension IN hit.onlyOther | dimension.key] AS onlyOther,
       hit.facts AS facts, total, tiedBeyond
ORDER BY index
