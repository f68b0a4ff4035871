// Which lists are of another size than is printed with them?
// 哪些名单的地区数与所印数目不符?
// Rows: one a list, by its key; none in sound data. A complete list has exactly the printed number of regions (of scores,
// where none is printed, all regions of its level), an open one not more.
MATCH (list:Fact)
WHERE list.kind IN ['LEADS_LIST', 'IN_TIER_LIST', 'ROSE_LIST', 'KEEPS_LEADING_LIST', 'SCORED_LIST']
WITH list, replace(list.kind, '_LIST', '') AS kind,
     CASE WHEN list.printedCount IS NULL AND list.closed AND list.kind = 'SCORED_LIST'
          THEN COUNT { MATCH (region:Region) WHERE (region:City) = (list.level = 'CITY') }
          ELSE list.printedCount END AS expected
WHERE expected IS NOT NULL
// Its regions are cited from the same place, and are about the same dimension or tier.
OPTIONAL MATCH (list)-[here:CITED_FROM]->(:Source)<-[there:CITED_FROM]-(member:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
WHERE member.kind = kind AND member.edition = list.edition AND member.level = list.level
  AND coalesce(here.locator, '') = coalesce(there.locator, '')
  AND NOT EXISTS { (list)-[about:ABOUT]->(subject:Dimension|Tier)
                   WHERE NOT EXISTS { (member)-[:ABOUT {role: about.role}]->(subject) } }
  // A source may tell of further ranks one by one: they are worse than those of its list.
  AND (list.closed OR kind <> 'SCORED' OR coalesce(member.rank, 0) <= expected)
WITH DISTINCT list, kind, expected, member, region ORDER BY region.order, member.id
WITH list, kind, expected, count(DISTINCT region) AS named, collect(member.id) AS members
WHERE named > expected OR (list.closed AND named < expected)
RETURN 'ERROR' AS severity, false AS known,
       list.id + ': ' + CASE WHEN list.closed THEN '' ELSE 'at most ' END + expected + ' expected, ' + named + ' named' AS message,
       list.kind AS kind, list.level AS level, [list.id] + members AS facts, [list.edition] AS editions, [] AS regions,
       [] AS sources
ORDER BY list.id
