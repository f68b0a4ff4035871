// How much do the dimensions that two regions lead in overlap, for each pair of some regions?
// 若干地区两两之间领先的分项指数有多少重合？
// Parameters: regions, codes of regions; edition, the year of the edition.
// Rows: one row per pair, in the order of compareRegions. shared is the number of dimensions that both regions lead in, union
// the number that at least one of them leads in, jaccard shared divided by union, null if union is 0. All of these are null
// unless the edition has a complete list of both levels for every dimension. Regions of different levels share a dimension if
// each leads in the list of its own level. ranksApart is the rank of b minus the rank of a in the overall index, null for
// different levels or if a rank is not known.
:param regions => ['440100', '420100', '370200'];
:param edition => 2022;
MATCH (edition:Edition {year: $edition})
MATCH (region:Region) WHERE region.code IN $regions
CALL (region, edition) {
  OPTIONAL MATCH (list:List {kind: 'LEADS_LIST', level: region.level, edition: $edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
  WITH edition, led, any(isClosed IN collect(list.closed) WHERE isClosed) AS closed
  WITH edition, count(led) AS lists, collect(closed) AS closed
  RETURN lists > 0 AND all(isClosed IN closed WHERE isClosed) AND lists = COUNT { (edition)-[:ASSESSES]->(:Dimension) } AS complete
}
CALL (region) {
  OPTIONAL MATCH (region)-[lead:LEADS {edition: $edition}]->(led:Dimension)
  WITH lead, led ORDER BY led.order
  RETURN collect(led.key) AS dimensions, reduce(all = [], ids IN collect(lead.facts) | all + ids) AS facts
}
OPTIONAL MATCH (region)-[scored:SCORED]->(edition)
WITH region, complete, dimensions, facts, scored ORDER BY region.level DESC, region.order
WITH collect({code: region.code, name: region.name, level: region.level, complete: complete, dimensions: dimensions, facts: facts,
              rank: scored.rank}) AS regions
UNWIND range(0, size(regions) - 2) AS i
UNWIND range(i + 1, size(regions) - 1) AS j
WITH i, j, regions[i] AS a, regions[j] AS b
WITH i, j, a, b, a.complete AND b.complete AS known, [key IN a.dimensions WHERE key IN b.dimensions] AS both,
     [key IN a.dimensions WHERE NOT key IN b.dimensions] AS onlyA, [key IN b.dimensions WHERE NOT key IN a.dimensions] AS onlyB
WITH *, size(both) + size(onlyA) + size(onlyB) AS either
RETURN a.code AS a, a.name AS nameA, b.code AS b, b.name AS nameB, a.level = b.level AS sameLevel,
       CASE WHEN known THEN size(both) END AS shared, CASE WHEN known THEN either END AS `union`,
       CASE WHEN known AND either > 0 THEN toFloat(size(both)) / either END AS jaccard,
       CASE WHEN known THEN both END AS both, CASE WHEN known THEN onlyA END AS onlyA, CASE WHEN known THEN onlyB END AS onlyB,
       CASE WHEN a.level = b.level THEN b.rank - a.rank END AS ranksApart, a.facts + b.facts AS facts
ORDER BY i, j
