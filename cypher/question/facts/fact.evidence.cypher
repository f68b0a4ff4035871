// Which source states each fact, and at which location?
// 各条事实出自哪一来源的何处？
// Parameters: keys are ids of facts.
// Rows: one row per fact and location, by source and location.
:param keys => ['2022/leads/440100/EFFECTIVENESS'];
UNWIND $keys AS key
MATCH (:Fact {id: key})-[cited:CITED_FROM]->(source:Source)
RETURN key, source.id AS source, cited.locator AS locator, cited.sha256 AS sha256
ORDER BY key, source, locator
