// Which sentences are cited by their hash, to be found in the operator's own copies of the texts?
// 哪些引用的句子附有校验值,应与使用者手中的原文相符?
// Rows: one a cited sentence, by source and place. Whether the copies have it the graph does not know: `dataQuality` and
// `govgraph verify` compare them, and tell of those that do not match.
MATCH (fact:Fact)-[cited:CITED_FROM]->(source:Source)
WHERE cited.locator IS NOT NULL AND cited.sha256 IS NOT NULL
WITH source, cited.locator AS locator, cited.sha256 AS sha256, fact ORDER BY fact.id
WITH source, locator, sha256, collect(DISTINCT fact.id) AS facts, collect(DISTINCT fact.edition) AS editions
RETURN source.id AS source, source.textFile AS textFile, locator, sha256, facts, editions
ORDER BY source, [part IN split(locator, '.') | toInteger(part)], sha256
