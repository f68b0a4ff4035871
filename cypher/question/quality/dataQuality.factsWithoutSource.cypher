// Which facts have no source?
// 哪些事实没有来源?
// Rows: one a fact, by its key; none in sound data.
MATCH (fact:Fact)
WHERE NOT EXISTS { (fact)-[:CITED_FROM]->(:Source) }
RETURN 'ERROR' AS severity, false AS known, fact.id + ' is cited from no source' AS message, fact.kind AS kind,
       fact.level AS level, [fact.id] AS facts, [fact.edition] AS editions,
       COLLECT { MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region) RETURN region.code } AS regions, [] AS sources
ORDER BY fact.id
