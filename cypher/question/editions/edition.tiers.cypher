// Which bounds of the tiers does each of these editions print?
// 各年度版本如何划定组别界限？
// Parameters: keys are years of editions.
// Rows: one row per edition and tier with printed bounds, from the highest tier. above and upTo are points of the overall
// index; null if none is printed or sources disagree.
:param keys => [2022];
UNWIND $keys AS key
MATCH (:Edition {year: key})-[grades:GRADES]->(graded:Tier)
MATCH (fact:Fact {id: grades.fact})
WITH key, graded, grades, fact ORDER BY fact.id
WITH key, graded, collect(DISTINCT grades.above) AS lower, collect(DISTINCT grades.upTo) AS upper,
     collect(DISTINCT fact.text) AS printed, collect(fact.id) AS facts
RETURN key, graded.key AS tier, CASE WHEN size(lower) = 1 THEN lower[0] END AS above,
       CASE WHEN size(upper) = 1 THEN upper[0] END AS upTo, printed, facts
ORDER BY key, graded.order
