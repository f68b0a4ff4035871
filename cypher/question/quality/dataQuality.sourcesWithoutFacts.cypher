// Which sources are not cited by any fact?
// 哪些来源没有任何事实引用？
// Rows: one row per source that is not cited, by key.
MATCH (source:Source)
WHERE NOT EXISTS { (:Fact)-[:CITED_FROM]->(source) }
RETURN 'WARNING' AS severity, false AS known, source.id + ': expected a fact that is cited from this source, got none' AS message, null AS kind, null AS level,
       [] AS facts, [] AS editions, [] AS regions, [source.id] AS sources
ORDER BY source.id
