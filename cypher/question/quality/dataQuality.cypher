// How many facts of each edition have a location in a source and the hash of a sentence?
// 各年度的事实有多少附有来源、位置与句子校验值？
// Rows: one row per edition, the latest first. withPlace is the number of facts with a location in at least one source,
// withHash the number of facts with the hash of a sentence. The shares are in percent of the edition's facts; null if it has
// none. The checks are in dataQuality.*.cypher.
MATCH (edition:Edition)
OPTIONAL MATCH (fact:Fact {edition: edition.year})
WITH edition, fact, EXISTS { (fact)-[cited:CITED_FROM]->(:Source) WHERE cited.locator IS NOT NULL } AS located,
     EXISTS { (fact)-[cited:CITED_FROM]->(:Source) WHERE cited.sha256 IS NOT NULL } AS hashed
WITH edition, count(fact) AS facts, count(CASE WHEN located THEN 1 END) AS withPlace,
     count(CASE WHEN hashed THEN 1 END) AS withHash
RETURN edition.year AS edition, facts, withPlace, withHash,
       CASE WHEN facts > 0 THEN round(100.0 * withPlace / facts, 2) END AS shareWithPlace,
       CASE WHEN facts > 0 THEN round(100.0 * withHash / facts, 2) END AS shareWithHash,
       COUNT { MATCH (:Fact {edition: edition.year})-[:CITED_FROM]->(source:Source) RETURN DISTINCT source } AS sources
ORDER BY edition DESC
