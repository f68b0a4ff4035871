// Which regions lead in which dimensions? The lists of leading regions of all dimensions.
// 各分项指数的领先地区一览。
// Parameters: level, PROVINCE or CITY; edition, a year.
// Rows: one row per dimension, in the report's order. leads are the regions as printed, in administrative order (not a
// ranking). printedCount is the printed size of the list, closed is true if a source prints the whole list, lists are the facts
// that such a list was printed.
:param level => 'CITY';
:param edition => 2022;
MATCH (list:List {kind: 'LEADS_LIST', level: $level, edition: $edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
WITH led, list ORDER BY list.id
WITH led, collect(list.id) AS lists, collect(DISTINCT list.printedCount) AS sizes,
     any(isClosed IN collect(list.closed) WHERE isClosed) AS closed
RETURN led.key AS dimension, led.name AS name,
       COLLECT { MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level, dimension: led.key}]->(led)
                 RETURN {code: region.code, name: region.name, position: lead.position, facts: lead.facts}
                 ORDER BY lead.position, region.order } AS leads,
       lists, CASE WHEN size(sizes) = 1 THEN sizes[0] END AS printedCount, closed
ORDER BY led.order
