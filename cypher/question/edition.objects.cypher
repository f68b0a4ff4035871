// How many units does each of these editions assess at each level?
// 各年度版本分别评估了多少个对象?
// Parameters: years of editions.
// Rows: one an edition and level whose tiers are all counted: the count is the sum of the tiers', so it is inferred.
:param keys => [2022];
UNWIND $keys AS key
UNWIND ['PROVINCE', 'CITY'] AS level
MATCH (:Edition {year: key})-[counted:COUNTS {level: level}]->(:Tier)
MATCH (fact:Fact {id: counted.fact})
WITH key, level, sum(counted.count) AS count, collect(fact.id) AS facts, collect(fact.closed) AS closed
WHERE all(one IN closed WHERE one)
RETURN key, level, count, facts
ORDER BY key, level DESC
