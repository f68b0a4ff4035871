// Which counts do not agree with the named regions?
// 哪些计数与点名的地区不符？
// Rows: one row per faulty count, by key. The count of a tier is at least the number of regions that are named in it or rose
// to it, and exactly the number of a complete list. The number of dimensions in which a region leads is the number in the
// lists, if each dimension has a list. known is true if the count and the lists are from different sources.
CALL () {
  MATCH (counted:Fact {kind: 'COUNTS'})-[:ABOUT {role: 'tier'}]->(tier:Tier)
  OPTIONAL MATCH (tier)<-[about:ABOUT]-(member:Fact {edition: counted.edition, level: counted.level})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE (member.kind = 'IN_TIER' AND about.role = 'tier') OR (member.kind = 'ROSE' AND about.role = 'to')
  WITH counted, tier, region, member ORDER BY region.order, member.id
  WITH counted, tier, count(DISTINCT region) AS named, collect(member.id) AS members
  WITH counted, tier, named, members,
       EXISTS { MATCH (list:List {kind: 'IN_TIER_LIST', edition: counted.edition, level: counted.level, closed: true})-[:ABOUT]->(tier) } AS complete
  WHERE named > counted.value OR (complete AND named < counted.value)
  RETURN counted, members, 'expected ' + toInteger(counted.value) + ' regions as counted, got ' + named + ' named' AS found, [] AS regions, false AS known
  UNION ALL
  MATCH (counted:Fact {kind: 'LEADS_COUNT'})-[:ABOUT {role: 'region'}]->(region:Region)
  WITH counted, region,
       COUNT { MATCH (:List {kind: 'LEADS_LIST', edition: counted.edition, level: counted.level, closed: true})-[:ABOUT]->(led:Dimension)
               RETURN DISTINCT led } AS lists,
       COUNT { (:Edition {year: counted.edition})-[:ASSESSES]->(:Dimension) } AS dimensions
  OPTIONAL MATCH (region)<-[:ABOUT {role: 'region'}]-(member:Fact {kind: 'LEADS', edition: counted.edition})-[:ABOUT]->(led:Dimension)
  WITH counted, region, lists, dimensions, led, member ORDER BY led.order, member.id
  WITH counted, region, lists, dimensions, count(DISTINCT led) AS named, collect(member.id) AS members
  WHERE named > counted.value OR (dimensions > 0 AND lists = dimensions AND named < counted.value)
  RETURN counted, members, 'expected ' + toInteger(counted.value) + ' dimensions as counted, got ' + named + ' in lists' AS found, [region.code] AS regions,
         NOT EXISTS { MATCH (counted)-[:CITED_FROM]->(:Source)<-[:CITED_FROM]-(list:Fact {edition: counted.edition, level: counted.level})
                      WHERE list.kind IN ['LEADS', 'LEADS_LIST'] } AS known
}
RETURN CASE WHEN known THEN 'WARNING' ELSE 'ERROR' END AS severity, known, counted.id + ': ' + found AS message, counted.kind AS kind, counted.level AS level,
       [counted.id] + members AS facts, [counted.edition] AS editions, regions, [] AS sources
ORDER BY counted.id
