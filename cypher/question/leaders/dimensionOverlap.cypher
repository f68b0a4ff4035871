// How far do the lists of leading regions of each two dimensions overlap?
// 每两项分项指数的领先地区名单有多大重合?
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a pair of dimensions that both have a list, in the report's order. both, onlyFirst and onlySecond are codes of
// regions in administrative order. jaccard is shared by union, the share of a list is shared by its size, each from 0 to 1;
// no list is empty, so there is no union of 0. lists are the facts that the two lists were printed.
:param level => 'CITY';
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (dimension:Dimension)
// IS NOT NULL is always true here. It lets Neo4j look up one list in an index instead of reading the lists of all years.
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension.key}]->()
WHERE lead.position IS NOT NULL
WITH DISTINCT edition, dimension, region ORDER BY region.order
WITH edition, dimension, collect(region) AS regions
WITH edition, dimension, regions,
     COLLECT { MATCH (list:Fact {kind: 'LEADS_LIST', level: $level, edition: edition})-[:ABOUT {role: 'dimension'}]->(dimension)
               RETURN list.id ORDER BY list.id } AS lists
WHERE size(lists) > 0
WITH edition, collect({dimension: dimension, regions: regions, lists: lists}) AS columns
UNWIND columns AS one
UNWIND columns AS other
WITH edition, one, other, one.dimension AS first, other.dimension AS second
WHERE first.order < second.order
WITH edition, one, other, first, second,
     [region IN one.regions WHERE region IN other.regions] AS both,
     [region IN one.regions WHERE NOT region IN other.regions] AS onlyFirst,
     [region IN other.regions WHERE NOT region IN one.regions] AS onlySecond
WITH edition, one, other, first, second, both, onlyFirst, onlySecond, size(both) AS shared,
     size(both) + size(onlyFirst) + size(onlySecond) AS either
RETURN edition, first.key AS first, second.key AS second, first.name AS firstName, second.name AS secondName,
       shared, either AS `union`, toFloat(shared) / either AS jaccard,
       toFloat(shared) / size(one.regions) AS shareOfFirst, toFloat(shared) / size(other.regions) AS shareOfSecond,
       [region IN both | region.code] AS both, [region IN both | region.name] AS bothNames,
       [region IN onlyFirst | region.code] AS onlyFirst, [region IN onlyFirst | region.name] AS onlyFirstNames,
       [region IN onlySecond | region.code] AS onlySecond, [region IN onlySecond | region.name] AS onlySecondNames,
       one.lists + other.lists AS lists
ORDER BY one.dimension.order, other.dimension.order
