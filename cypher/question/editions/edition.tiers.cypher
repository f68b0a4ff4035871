// Which bounds of the tiers does each of these editions print?
// 各年度版本如何划定组别界限？
// Parameters: keys are years of editions.
// Rows: one row per edition and tier with printed bounds, from the highest tier. above and upTo are points of the overall
// index; null if none is printed or sources disagree.
:param keys => [2022];
UNWIND $keys AS key
MATCH (:Edition {year: key})-[grades:GRADES]->(graded:Tier)
RETURN key, graded.key AS tier, grades.above AS above, grades.upTo AS upTo,
       COLLECT { MATCH (fact:Fact) WHERE fact.id IN grades.facts WITH fact ORDER BY fact.id RETURN DISTINCT fact.text } AS printed,
       grades.facts AS facts
ORDER BY key, graded.order
