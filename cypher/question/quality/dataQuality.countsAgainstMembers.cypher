// Which counts do not fit the regions that are named?
// 哪些计数与点名的地区不符?
// Rows: one a count, by its key; none in sound data. A tier has no fewer regions than are named in it or rose to it, and
// exactly those of a complete list; a region leads in as many dimensions as the lists say, where there is one for each.
// known: the count is from other sources than the lists of leaders, and both stand side by side.
CALL () {
  MATCH (counted:Fact {kind: 'COUNTS'})-[:ABOUT {role: 'tier'}]->(tier:Tier)
  OPTIONAL MATCH (tier)<-[about:ABOUT]-(member:Fact {edition: counted.edition, level: counted.level})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE (member.kind = 'IN_TIER' AND about.role = 'tier') OR (member.kind = 'ROSE' AND about.role = 'to')
  WITH counted, tier, region, member ORDER BY region.order, member.id
  WITH counted, tier, count(DISTINCT region) AS named, collect(member.id) AS members
  WITH counted, tier, named, members,
       EXISTS { MATCH (list:Fact {kind: 'IN_TIER_LIST', edition: counted.edition, level: counted.level, closed: true})-[:ABOUT]->(tier) } AS whole
  WHERE named > counted.value OR (whole AND named < counted.value)
  RETURN counted, members, toInteger(counted.value) + ' counted, ' + named + ' named' AS found, [] AS regions, false AS known
  UNION ALL
  MATCH (counted:Fact {kind: 'LEADS_COUNT'})-[:ABOUT {role: 'region'}]->(region:Region)
  WITH counted, region,
       COUNT { MATCH (:Fact {kind: 'LEADS_LIST', edition: counted.edition, level: counted.level, closed: true})-[:ABOUT]->(led:Dimension)
               RETURN DISTINCT led } AS lists,
       COUNT { MATCH (:Edition {year: counted.edition})-[:ASSESSES]->(assessed:Dimension) RETURN DISTINCT assessed } AS dimensions
  OPTIONAL MATCH (region)<-[:ABOUT {role: 'region'}]-(member:Fact {kind: 'LEADS', edition: counted.edition})-[:ABOUT]->(led:Dimension)
  WITH counted, region, lists, dimensions, led, member ORDER BY led.order, member.id
  WITH counted, region, lists, dimensions, count(DISTINCT led) AS named, collect(member.id) AS members
  WHERE named > counted.value OR (dimensions > 0 AND lists = dimensions AND named < counted.value)
  RETURN counted, members, toInteger(counted.value) + ' dimensions counted, ' + named + ' in lists' AS found, [region.code] AS regions,
         NOT EXISTS { MATCH (counted)-[:CITED_FROM]->(:Source)<-[:CITED_FROM]-(list:Fact {edition: counted.edition, level: counted.level})
                      WHERE list.kind IN ['LEADS', 'LEADS_LIST'] } AS known
}
RETURN CASE WHEN known THEN 'WARNING' ELSE 'ERROR' END AS severity, known, counted.id + ': ' + found AS message, counted.kind AS kind, counted.level AS level,
       [counted.id] + members AS facts, [counted.edition] AS editions, regions, [] AS sources
ORDER BY counted.id
