// Which editions of the assessment are loaded, and what is known of each as a whole?
// 已装载哪些年度的评估报告?
// Rows: one an edition, the latest first. What sources disagree about is null.
MATCH (edition:Edition)
OPTIONAL MATCH (edition)-[:FOLLOWS]->(previous:Edition)
RETURN edition.year AS year, edition.evaluatedYear AS evaluatedYear, edition.title AS title,
       edition.publishedOn AS publishedOn, edition.assessor AS assessor, edition.commissioner AS commissioner,
       previous.year AS previous
ORDER BY year DESC
