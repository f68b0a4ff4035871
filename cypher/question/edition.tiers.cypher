// Between which bounds does each of these editions put the tiers?
// 各年度版本如何划定组别界限?
// Parameters: years of editions.
// Rows: one an edition and tier with printed bounds, from the highest; above and upTo in points of the overall index.
:param keys => [2022];
UNWIND $keys AS key
MATCH (:Edition {year: key})-[grades:GRADES]->(graded:Tier)
MATCH (fact:Fact {id: grades.fact})
RETURN key, graded.key AS tier, grades.above AS above, grades.upTo AS upTo, fact.text AS printed, grades.fact AS fact
ORDER BY key, graded.order, fact
