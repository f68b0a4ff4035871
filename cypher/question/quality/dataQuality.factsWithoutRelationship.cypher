// Which facts lack the relationship that represents them?
// 哪些事实缺少相应的关系？
// Rows: one row per faulty fact, by key. A fact about a region has exactly one relationship, whose facts include it, unless
// sources disagree about the end of the relationship. A stated tier can also be one of several possible tiers. Kinds of fact
// without a relationship, such as a mean, are not checked.
MATCH (fact:Fact)
WHERE fact.kind IN ['ASSESSES', 'GRADES', 'COUNTS', 'LEADS', 'IN_TIER', 'ROSE', 'KEEPS_LEADING', 'NAMED_FOR', 'SCORED', 'RANKED']
WITH fact, COUNT {
    MATCH (fact)-[:ABOUT]->(:Region|Edition)
          -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->(end)
    WHERE type(link) = fact.kind AND fact.id IN link.facts AND ((fact)-[:ABOUT]->(end))
  } AS links
WHERE links <> 1
  AND NOT (links = 0 AND fact.kind = 'IN_TIER' AND EXISTS {
    MATCH (fact)-[:ABOUT]->(:Region)-[possible:MAY_BE_IN {edition: fact.edition}]->(:Tier) WHERE fact.id IN possible.facts })
  AND NOT (links = 0 AND fact.kind = 'ROSE' AND EXISTS {
    MATCH (reached)<-[:ABOUT {role: 'to'}]-(fact)-[:ABOUT {role: 'region'}]->(:Region)
          <-[:ABOUT {role: 'region'}]-(other:Fact {kind: 'ROSE', edition: fact.edition})-[:ABOUT {role: 'to'}]->(reachedToo)
    WHERE reached <> reachedToo })
RETURN 'ERROR' AS severity, false AS known, fact.id + ': expected one relationship ' + fact.kind + ', got ' + CASE links WHEN 0 THEN 'none' ELSE toString(links) END AS message,
       fact.kind AS kind, fact.level AS level, [fact.id] AS facts, [fact.edition] AS editions,
       COLLECT { MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region) RETURN region.code } AS regions, [] AS sources
ORDER BY fact.id
