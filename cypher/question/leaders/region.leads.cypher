// In which dimensions does each of these regions lead?
// 这些地区分别在哪些分项指数上领先？
// Parameters: keys, codes of regions; edition, a year.
// Rows: one row per region and dimension, in the report's order of dimensions. position is a position in the printed list, not
// a rank. A region that no list of the edition names has one row without a dimension. listed is true if the edition has a list
// of its level, closed if such a list is complete. If no list is closed, the region can still lead.
:param keys => ['440100', '420100'];
:param edition => 2022;
UNWIND $keys AS key
MATCH (region:Region {code: key})
OPTIONAL MATCH (region)-[lead:LEADS {edition: $edition}]->(led:Dimension)
RETURN key, led.key AS dimension, lead.position AS position, coalesce(lead.facts, []) AS facts,
       EXISTS { MATCH (:Fact:List {kind: 'LEADS_LIST', level: region.level, edition: $edition}) } AS listed,
       EXISTS { MATCH (:Fact:List {kind: 'LEADS_LIST', level: region.level, edition: $edition, closed: true}) } AS closed
ORDER BY key, led.order
