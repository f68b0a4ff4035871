// Which facts cannot be read from the relationship that they should prove?
// 哪些事实缺少相应的关系?
// Rows: one a fact, by its key; none in sound data. Kinds of fact that no relationship fits, such as a mean, are left out.
MATCH (fact:Fact)
WHERE fact.kind IN ['ASSESSES', 'GRADES', 'COUNTS', 'LEADS', 'IN_TIER', 'ROSE', 'KEEPS_LEADING', 'NAMED_FOR', 'SCORED', 'RANKED']
  AND NOT EXISTS {
    MATCH (fact)-[:ABOUT]->(:Region|Edition)
          -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->()
    WHERE type(link) = fact.kind AND link.fact = fact.id
  }
RETURN 'ERROR' AS severity, false AS known, 'no relationship ' + fact.kind + ' names ' + fact.id AS message, fact.kind AS kind,
       fact.level AS level, [fact.id] AS facts, [fact.edition] AS editions,
       COLLECT { MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region) RETURN region.code } AS regions, [] AS sources
ORDER BY fact.id
