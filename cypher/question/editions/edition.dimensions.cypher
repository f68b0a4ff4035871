// Which dimensions does each of these editions assess, and what are their names?
// 各年度版本评估哪些分项指数、如何命名？
// Parameters: keys are years of editions.
// Rows: one row per edition and dimension, in that edition's order. There are several names if sources disagree.
:param keys => [2022];
UNWIND $keys AS key
MATCH (:Edition {year: key})-[assesses:ASSESSES]->(dimension:Dimension)
RETURN key, dimension.key AS dimension,
       COLLECT { MATCH (fact:Fact) WHERE fact.id IN assesses.facts WITH fact ORDER BY fact.id RETURN DISTINCT fact.text } AS names,
       assesses.viewpoint AS viewpoint, coalesce(assesses.aspects, []) AS aspects, assesses.facts AS facts
ORDER BY key, assesses.order, dimension
