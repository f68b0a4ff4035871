// What is known about one edition as a whole?
// 某一年度版本的基本信息是什么？
// Parameters: year of the edition, or null for the latest loaded edition.
// Rows: one row, or none if the edition is not loaded. A column is null if no source states it or sources disagree. facts
// are all facts about the edition as a whole, by key.
:param year => 2022;
MATCH (edition:Edition)
WHERE $year IS NULL OR edition.year = $year
WITH edition ORDER BY edition.year DESC LIMIT 1
OPTIONAL MATCH (edition)-[:FOLLOWS]->(previous:Edition)
RETURN edition.year AS year, edition.evaluatedYear AS evaluatedYear, edition.title AS title,
       toString(edition.publishedOn) AS publishedOn, edition.assessor AS assessor, edition.commissioner AS commissioner, edition.levels AS levels,
       previous.year AS previous,
       COLLECT { MATCH (stated:Fact {edition: edition.year})
                 WHERE stated.kind IN ['TITLE', 'EVALUATED_YEAR', 'PUBLISHED_ON', 'ASSESSOR', 'COMMISSIONER', 'LEVELS']
                 RETURN stated.id ORDER BY stated.id } AS facts
