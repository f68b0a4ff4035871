// Which facts lack the relationship that represents them?
// 哪些事实缺少相应的关系？
// Rows: one row per faulty fact, by key. Kinds of fact without a relationship, such as a mean, are not checked.
MATCH (fact:Fact)
WHERE fact.kind IN ['ASSESSES', 'GRADES', 'COUNTS', 'LEADS', 'IN_TIER', 'ROSE', 'KEEPS_LEADING', 'NAMED_FOR', 'SCORED', 'RANKED']
  AND NOT EXISTS {
    MATCH (fact)-[:ABOUT]->(:Region|Edition)
          -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->()
    WHERE type(link) = fact.kind AND link.fact = fact.id
  }
RETURN 'ERROR' AS severity, false AS known, fact.id + ': expected a relationship ' + fact.kind + ', got none' AS message, fact.kind AS kind,
       fact.level AS level, [fact.id] AS facts, [fact.edition] AS editions,
       COLLECT { MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region) RETURN region.code } AS regions, [] AS sources
ORDER BY fact.id
