// Which regions lead in which dimensions? The lists of leading regions of all dimensions.
// 各分项指数的领先地区一览。
// Parameters: level, PROVINCE or CITY; edition, null for the latest edition with such lists.
// Rows: one row per dimension, in the report's order. Regions are as printed, in administrative order (not a ranking). codes,
// names, positions and facts have one entry per fact, so a region that two sources name has two. printedCount is the printed
// size of the list, closed is true if a source prints the whole list, lists are the facts that such a list was printed.
:param level => 'CITY';
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (list:Fact {kind: 'LEADS_LIST', level: $level, edition: edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
WITH edition, led, list ORDER BY list.id
WITH edition, led, led.key AS dimension, collect(list.id) AS lists, collect(DISTINCT list.printedCount) AS sizes,
     any(isClosed IN collect(list.closed) WHERE isClosed) AS closed
CALL (edition, dimension) {
  // IS NOT NULL is always true here. With it, Neo4j reads a single list from an index, not the lists of all years.
  MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension}]->()
  WHERE lead.position IS NOT NULL
  WITH region.code AS code, lead.position AS position, region.name AS name, lead.fact AS fact
  ORDER BY position, code, fact
  RETURN collect(code) AS codes, collect(name) AS names, collect(position) AS positions, collect(fact) AS facts
}
RETURN edition, dimension, led.name AS name, codes, names, positions, facts,
       lists, CASE WHEN size(sizes) = 1 THEN sizes[0] END AS printedCount, closed
ORDER BY led.order
