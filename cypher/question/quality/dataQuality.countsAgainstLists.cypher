// Which lists do not have the printed number of regions?
// 哪些名单的地区数与所印数目不符？
// Rows: one row per faulty list, by key. A complete list has exactly the printed number of regions, a complete list of scores
// without a printed number all regions of its level. An open-ended list does not have more than the printed number.
MATCH (list:Fact)
WHERE list.kind IN ['LEADS_LIST', 'IN_TIER_LIST', 'ROSE_LIST', 'KEEPS_LEADING_LIST', 'SCORED_LIST']
WITH list, replace(list.kind, '_LIST', '') AS kind,
     CASE WHEN list.printedCount IS NULL AND list.closed AND list.kind = 'SCORED_LIST'
          THEN COUNT { MATCH (region:Region) WHERE (region:City) = (list.level = 'CITY') }
          ELSE list.printedCount END AS expected
WHERE expected IS NOT NULL
// The members of a list are cited from the same location and are about the same dimension or tier.
OPTIONAL MATCH (list)-[listCited:CITED_FROM]->(:Source)<-[memberCited:CITED_FROM]-(member:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
WHERE member.kind = kind AND member.edition = list.edition AND member.level = list.level
  AND coalesce(listCited.locator, '') = coalesce(memberCited.locator, '')
  AND NOT EXISTS { (list)-[about:ABOUT]->(subject:Dimension|Tier)
                   WHERE NOT EXISTS { (member)-[:ABOUT {role: about.role}]->(subject) } }
  // A source can also state single ranks. They are worse than the ranks of its list.
  AND (list.closed OR kind <> 'SCORED' OR coalesce(member.rank, 0) <= expected)
WITH DISTINCT list, kind, expected, member, region ORDER BY region.order, member.id
WITH list, kind, expected, count(DISTINCT region) AS named, collect(member.id) AS members
WHERE named > expected OR (list.closed AND named < expected)
RETURN 'ERROR' AS severity, false AS known,
       list.id + ': expected ' + CASE WHEN list.closed THEN '' ELSE 'at most ' END + expected + ' regions, got ' + named AS message,
       list.kind AS kind, list.level AS level, [list.id] + members AS facts, [list.edition] AS editions, [] AS regions,
       [] AS sources
ORDER BY list.id
