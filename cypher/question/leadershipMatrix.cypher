// Who leads where: the lists of leading regions of all dimensions side by side.
// 各分项指数的领先地区一览。
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a dimension, in the report's order; regions as printed (administrative order, no rank); facts one for each
// region; a region that two sources name stands twice. printedCount is the size of the list as printed, closed whether
// a source gives all of it, lists the facts that such a list was printed.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'LEADS_LIST', level: $level})
WITH coalesce($edition, max(any.edition)) AS edition
MATCH (list:Fact {kind: 'LEADS_LIST', level: $level, edition: edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
WITH edition, led, list ORDER BY list.id
WITH edition, led, collect(list.id) AS lists, collect(DISTINCT list.printedCount) AS sizes,
     any(one IN collect(list.closed) WHERE one) AS closed
MATCH (region:Region)-[lead:LEADS {edition: edition}]->(led)
WHERE (region:City) = ($level = 'CITY')
WITH edition, lists, sizes, closed, led, region, lead ORDER BY lead.position, region.order, lead.fact
WITH edition, lists, sizes, closed, led, collect(region.code) AS codes, collect(region.name) AS names,
     collect(lead.position) AS positions, collect(lead.fact) AS facts
RETURN edition, led.key AS dimension, led.name AS name, codes, names, positions, facts,
       lists, CASE WHEN size(sizes) = 1 THEN sizes[0] END AS printedCount, closed
ORDER BY led.order
