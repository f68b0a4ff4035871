// Who leads where: the lists of leading regions of all dimensions side by side.
// 各分项指数的领先地区一览。
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a dimension, in the report's order; regions as printed (administrative order, no rank); facts one for each
// region. printedCount is the size of the list as printed, closed whether it is complete, list the fact of the list.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'LEADS_LIST', level: $level})
WITH coalesce($edition, max(any.edition)) AS edition
MATCH (list:Fact {kind: 'LEADS_LIST', level: $level, edition: edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
MATCH (region:Region)-[lead:LEADS {edition: edition}]->(led)
WHERE (region:City) = ($level = 'CITY')
WITH edition, list, led, region, lead ORDER BY lead.position, region.order
WITH edition, list, led, collect(region.code) AS codes, collect(region.name) AS names,
     collect(lead.position) AS positions, collect(lead.fact) AS facts
RETURN edition, led.key AS dimension, led.name AS name, codes, names, positions, facts,
       list.id AS list, list.printedCount AS printedCount, list.closed AS closed
ORDER BY led.order
