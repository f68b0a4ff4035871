// Which editions of the assessment are loaded, and what is known about each as a whole?
// 已装载哪些年度的评估报告？
// Rows: one row per edition, the latest first. A column is null if no source states it or sources disagree. facts are all
// facts about the edition as a whole, by key.
MATCH (edition:Edition)
OPTIONAL MATCH (edition)-[:FOLLOWS]->(previous:Edition)
RETURN edition.year AS year, edition.evaluatedYear AS evaluatedYear, edition.title AS title,
       toString(edition.publishedOn) AS publishedOn, edition.assessor AS assessor, edition.commissioner AS commissioner, edition.levels AS levels,
       previous.year AS previous,
       COLLECT { MATCH (stated:Fact {edition: edition.year})
                 WHERE stated.kind IN ['TITLE', 'EVALUATED_YEAR', 'PUBLISHED_ON', 'ASSESSOR', 'COMMISSIONER', 'LEVELS']
                 RETURN stated.id ORDER BY stated.id } AS facts
ORDER BY year DESC
