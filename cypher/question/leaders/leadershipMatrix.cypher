// Who leads where: the lists of leading regions of all dimensions side by side.
// 各分项指数的领先地区一览。
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a dimension, in the report's order; regions as printed (administrative order, no rank); facts one for each
// region; a region that two sources name stands twice. printedCount is the size of the list as printed, closed whether
// a source gives all of it, lists the facts that such a list was printed.
:param level => 'CITY';
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (list:Fact {kind: 'LEADS_LIST', level: $level, edition: edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
WITH edition, led, list ORDER BY list.id
WITH edition, led, led.key AS dimension, collect(list.id) AS lists, collect(DISTINCT list.printedCount) AS sizes,
     any(one IN collect(list.closed) WHERE one) AS closed
CALL (edition, dimension) {
  // IS NOT NULL is always true here. It lets Neo4j look up one list in an index instead of reading the lists of all years.
  MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension}]->()
  WHERE lead.position IS NOT NULL
  WITH region.code AS code, lead.position AS position, region.name AS name, lead.fact AS fact
  ORDER BY position, code, fact
  RETURN collect(code) AS codes, collect(name) AS names, collect(position) AS positions, collect(fact) AS facts
}
RETURN edition, dimension, led.name AS name, codes, names, positions, facts,
       lists, CASE WHEN size(sizes) = 1 THEN sizes[0] END AS printedCount, closed
ORDER BY led.order
