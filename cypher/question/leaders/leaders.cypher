// Which regions lead in at least N dimensions, in all or any of some dimensions and in none of others?
// 哪些地区在几个分项指数上领先？
// Parameters: level, PROVINCE or CITY; edition, a year; atLeast, a number of dimensions; allOf, anyOf and noneOf, keys of
// dimensions, or null; areas, keys of areas, or null. A region in any of the areas matches: ['EAST', 'NORTH'] means all of the
// east and all of the north. province, the code of the province of the key cities, or null.
// Rows: one row per region: the most dimensions first, then in administrative order. leads has one entry per dimension, in the
// report's order. A position is a position in a printed list, not a rank.
:param level => 'CITY';
:param edition => 2022;
:param atLeast => 3;
:param allOf => null;
:param anyOf => null;
:param noneOf => null;
:param areas => null;
:param province => null;
MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level}]->(dimension:Dimension)
WITH region, lead, dimension ORDER BY dimension.order
WITH region, collect(dimension.key) AS dimensions, collect(dimension.name) AS names,
     collect(lead {.dimension, .position, .facts}) AS leads
WHERE size(dimensions) >= $atLeast
  AND ($allOf IS NULL OR all(key IN $allOf WHERE key IN dimensions))
  AND ($anyOf IS NULL OR any(key IN $anyOf WHERE key IN dimensions))
  AND ($noneOf IS NULL OR none(key IN $noneOf WHERE key IN dimensions))
  AND ($province IS NULL OR EXISTS { (region)-[:PART_OF]->(:Province {code: $province}) })
  AND ($areas IS NULL OR EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN $areas })
RETURN region.code AS code, region.name AS name, size(dimensions) AS count, dimensions, names, leads
ORDER BY count DESC, region.order
