// How much do the lists of leading regions of each pair of dimensions overlap?
// 每两项分项指数的领先地区名单有多大重合？
// Parameters: level, PROVINCE or CITY; edition, a year.
// Rows: one row per pair of dimensions that both have a list, in the report's order. both, onlyFirst and onlySecond are codes
// of regions in administrative order. jaccard is shared divided by union, and the share of a list is shared divided by its
// size, each from 0 to 1. No list is empty, so union is never 0. lists are the facts that the two lists were printed.
:param level => 'CITY';
:param edition => 2022;
MATCH (region:Region)-[:LEADS {edition: $edition, level: $level}]->(dimension:Dimension)
WITH dimension, region ORDER BY region.order
WITH dimension, collect(region) AS regions
WITH dimension, regions,
     COLLECT { MATCH (list:List {kind: 'LEADS_LIST', level: $level, edition: $edition})-[:ABOUT {role: 'dimension'}]->(dimension)
               RETURN list.id ORDER BY list.id } AS lists
WHERE size(lists) > 0
WITH collect({dimension: dimension, regions: regions, lists: lists}) AS columns
UNWIND columns AS column
UNWIND columns AS other
WITH column, other, column.dimension AS first, other.dimension AS second
WHERE first.order < second.order
WITH column, other, first, second,
     [region IN column.regions WHERE region IN other.regions] AS both,
     [region IN column.regions WHERE NOT region IN other.regions] AS onlyFirst,
     [region IN other.regions WHERE NOT region IN column.regions] AS onlySecond
WITH *, size(both) AS shared, size(both) + size(onlyFirst) + size(onlySecond) AS either
RETURN first.key AS first, second.key AS second, first.name AS firstName, second.name AS secondName,
       shared, either AS `union`, toFloat(shared) / either AS jaccard,
       toFloat(shared) / size(column.regions) AS shareOfFirst, toFloat(shared) / size(other.regions) AS shareOfSecond,
       [region IN both | region.code] AS both, [region IN both | region.name] AS bothNames,
       [region IN onlyFirst | region.code] AS onlyFirst, [region IN onlyFirst | region.name] AS onlyFirstNames,
       [region IN onlySecond | region.code] AS onlySecond, [region IN onlySecond | region.name] AS onlySecondNames,
       column.lists + other.lists AS lists
ORDER BY column.dimension.order, other.dimension.order
