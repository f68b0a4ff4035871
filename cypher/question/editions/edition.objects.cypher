// How many units does each of these editions assess at each level?
// 各年度版本分别评估了多少个对象?
// Parameters: years of editions.
// Rows: one an edition and level of which a source says how many (stated), or all of whose tiers are counted (the sum of
// the tiers'). count is null where sources disagree.
:param keys => [2022];
UNWIND $keys AS key
UNWIND ['PROVINCE', 'CITY'] AS level
OPTIONAL MATCH (said:Fact {kind: 'OBJECTS', level: level, edition: key})
WITH key, level, said ORDER BY said.id
WITH key, level, collect(DISTINCT toInteger(said.value)) AS readings, collect(said.id) AS saidBy
OPTIONAL MATCH (counted:Fact {kind: 'COUNTS', level: level, edition: key, closed: true})-[:ABOUT {role: 'tier'}]->(tier:Tier)
WITH key, level, readings, saidBy, tier, counted ORDER BY tier.order, counted.id
WITH key, level, readings, saidBy, tier, collect(DISTINCT toInteger(counted.value)) AS counts, collect(counted.id) AS facts
WITH key, level, readings, saidBy, collect(CASE WHEN size(counts) = 1 THEN counts[0] END) AS sums, collect(facts) AS groups,
     count(tier) AS tiers
WITH key, level, size(readings) > 0 AS stated,
     CASE WHEN size(readings) = 1 THEN readings[0]
          WHEN size(readings) = 0 AND tiers > 0 AND size(sums) = tiers THEN reduce(sum = 0, one IN sums | sum + one) END AS count,
     CASE WHEN size(readings) > 0 THEN saidBy ELSE reduce(all = [], group IN groups | all + group) END AS facts
WHERE size(facts) > 0
RETURN key, level, count, stated, facts
ORDER BY key, level DESC
