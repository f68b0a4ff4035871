// Which sources prove nothing?
// 哪些来源没有任何事实引用?
// Rows: one a source that no fact is cited from, by its key; none in sound data.
MATCH (source:Source)
WHERE NOT EXISTS { (:Fact)-[:CITED_FROM]->(source) }
RETURN 'WARNING' AS severity, false AS known, 'no fact is cited from ' + source.id AS message, null AS kind, null AS level,
       [] AS facts, [] AS editions, [] AS regions, [source.id] AS sources
ORDER BY source.id
