// Which dimensions does each of these editions assess, under which names?
// 各年度版本评估哪些分项指数、如何命名?
// Parameters: years of editions.
// Rows: one an edition and dimension, in that edition's order.
:param keys => [2022];
UNWIND $keys AS key
MATCH (:Edition {year: key})-[assesses:ASSESSES]->(dimension:Dimension)
RETURN key, dimension.key AS dimension, assesses.name AS name, assesses.viewpoint AS viewpoint,
       coalesce(assesses.aspects, []) AS aspects, assesses.fact AS fact
ORDER BY key, assesses.order, fact
