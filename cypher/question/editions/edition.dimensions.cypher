// Which dimensions does each of these editions assess, and what are their names?
// 各年度版本评估哪些分项指数、如何命名？
// Parameters: keys are years of editions.
// Rows: one row per edition and dimension, in that edition's order. There are several names if sources disagree.
:param keys => [2022];
UNWIND $keys AS key
MATCH (:Edition {year: key})-[assesses:ASSESSES]->(dimension:Dimension)
WITH key, dimension, assesses ORDER BY assesses.fact
WITH key, dimension, min(assesses.order) AS place, collect(DISTINCT assesses.name) AS names,
     collect(DISTINCT assesses.viewpoint) AS viewpoints, collect(assesses.aspects) AS aspects,
     collect(assesses.fact) AS facts
RETURN key, dimension.key AS dimension, names, CASE WHEN size(viewpoints) = 1 THEN viewpoints[0] END AS viewpoint,
       reduce(all = [], terms IN aspects | all + [term IN terms WHERE NOT term IN all]) AS aspects, facts
ORDER BY key, place, dimension
