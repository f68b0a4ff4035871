// What is known of one edition as a whole?
// 某一年度版本的基本信息是什么?
// Parameters: the edition's year; null for the latest that is loaded.
// Rows: one, or none if that edition is not loaded. What sources disagree about is null; facts are all
// that is stated of the edition as a whole, by key.
:param year => 2022;
MATCH (edition:Edition)
WHERE $year IS NULL OR edition.year = $year
WITH edition ORDER BY edition.year DESC LIMIT 1
OPTIONAL MATCH (edition)-[:FOLLOWS]->(previous:Edition)
RETURN edition.year AS year, edition.evaluatedYear AS evaluatedYear, edition.title AS title,
       edition.publishedOn AS publishedOn, edition.assessor AS assessor, edition.commissioner AS commissioner,
       previous.year AS previous,
       COLLECT { MATCH (stated:Fact {edition: edition.year})
                 WHERE stated.kind IN ['TITLE', 'EVALUATED_YEAR', 'PUBLISHED_ON', 'ASSESSOR', 'COMMISSIONER']
                 RETURN stated.id ORDER BY stated.id } AS facts
