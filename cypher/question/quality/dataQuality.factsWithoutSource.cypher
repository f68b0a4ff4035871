// Which facts have no source?
// 哪些事实没有来源？
// Rows: one row per faulty fact, by key.
MATCH (fact:Fact)
WHERE NOT EXISTS { (fact)-[:CITED_FROM]->(:Source) }
RETURN 'ERROR' AS severity, false AS known, fact.id + ': expected a source, got none' AS message, fact.kind AS kind,
       fact.level AS level, [fact.id] AS facts, [fact.edition] AS editions,
       COLLECT { MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region) RETURN region.code } AS regions, [] AS sources
ORDER BY fact.id
