// Which lists do not have the printed number of regions?
// 哪些名单的地区数与所印数目不符？
// Rows: one row per faulty list, by key. A complete list has exactly the printed number of regions, a complete list of scores
// without a printed number all regions of its level. An open-ended list does not have more than the printed number.
MATCH (list:List)
WHERE list.kind IN ['LEADS_LIST', 'IN_TIER_LIST', 'ROSE_LIST', 'KEEPS_LEADING_LIST', 'SCORED_LIST']
WITH list, CASE WHEN list.printedCount IS NULL AND list.closed AND list.kind = 'SCORED_LIST'
          THEN COUNT { (:Region {level: list.level}) }
          ELSE list.printedCount END AS expected
WHERE expected IS NOT NULL
OPTIONAL MATCH (list)<-[:ENTRY_OF]-(member:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
WITH list, expected, member, region ORDER BY region.order, member.id
WITH list, expected, count(DISTINCT region) AS named, collect(member.id) AS members
WHERE named > expected OR (list.closed AND named < expected)
RETURN 'ERROR' AS severity, false AS known,
       list.id + ': expected ' + CASE WHEN list.closed THEN '' ELSE 'at most ' END + expected + ' regions, got ' + named AS message,
       list.kind AS kind, list.level AS level, [list.id] + members AS facts, [list.edition] AS editions, [] AS regions,
       [] AS sources
ORDER BY list.id
