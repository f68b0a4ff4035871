// Which regions lead in at least N dimensions, in all or any of some dimensions and in none of others?
// 哪些地区在几个分项指数上领先？
// Parameters: level, PROVINCE or CITY; edition, null for the latest edition with such lists; atLeast, null for 1; allOf, anyOf
// and noneOf, keys of dimensions, or null; areas, keys of areas, or null. A region in any of the areas matches: ['EAST',
// 'NORTH'] means all of the east and all of the north. province, the code of the province of the key cities, or null.
// Rows: one row per region: the most dimensions first, then in administrative order. led, positions and facts have one entry
// per fact. A position is a position in a printed list, not a rank.
:param level => 'CITY';
:param edition => null;
:param atLeast => 3;
:param allOf => null;
:param anyOf => null;
:param noneOf => null;
:param areas => null;
:param province => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (dimension:Dimension)
WITH edition, dimension ORDER BY dimension.order
WITH edition, collect(dimension.key) AS allKeys, collect(dimension.name) AS allNames
CALL (edition, allKeys) {
  UNWIND allKeys AS key
  // IS NOT NULL is always true here. With it, Neo4j reads a single list from an index, not the lists of all years.
  MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: key}]->()
  WHERE lead.position IS NOT NULL
  WITH region, collect(DISTINCT key) AS dimensions, collect(lead) AS leads
  WHERE size(dimensions) >= coalesce($atLeast, 1)
    AND ($allOf IS NULL OR all(key IN $allOf WHERE key IN dimensions))
    AND ($anyOf IS NULL OR any(key IN $anyOf WHERE key IN dimensions))
    AND ($noneOf IS NULL OR none(key IN $noneOf WHERE key IN dimensions))
    AND ($province IS NULL OR EXISTS { (region)-[:PART_OF]->(:Province {code: $province}) })
    AND ($areas IS NULL OR EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN $areas })
  RETURN region, dimensions, leads
}
RETURN edition, region.code AS code, region.name AS name, size(dimensions) AS count, dimensions,
       [i IN range(0, size(allKeys) - 1) WHERE allKeys[i] IN dimensions | allNames[i]] AS names,
       [lead IN leads | lead.dimension] AS led,
       [lead IN leads | lead.position] AS positions,
       [lead IN leads | lead.fact] AS facts
ORDER BY count DESC, region.order
