// Which cited sentences differ from the operator's copies of the texts?
// 哪些引文与使用者手中的原文不符？
// Rows: one row per sentence that is cited with its hash, by source and location. The graph does not contain the texts. GraphQL
// and `govgraph verify` look up each sentence in the folder of texts and report those that differ.
MATCH (fact:Fact)-[cited:CITED_FROM]->(source:Source)
WHERE cited.locator IS NOT NULL AND cited.sha256 IS NOT NULL
WITH source, cited.locator AS locator, cited.sha256 AS sha256, fact ORDER BY fact.id
WITH source, locator, sha256, collect(DISTINCT fact.id) AS facts, collect(DISTINCT fact.edition) AS editions
RETURN source.id AS source, source.textFile AS textFile, locator, sha256, facts, editions
ORDER BY source, [part IN split(locator, '.') | toInteger(part)], sha256
