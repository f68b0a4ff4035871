// How many units does each of these editions assess at each level?
// 各年度版本分别评估了多少个对象？
// Parameters: keys are years of editions.
// Rows: one row per edition and level, if a source states the number (stated is true) or the counts of all tiers are printed
// (count is their sum). count is null if sources disagree.
:param keys => [2022];
UNWIND $keys AS key
UNWIND ['PROVINCE', 'CITY'] AS level
OPTIONAL MATCH (objects:Fact {kind: 'OBJECTS', level: level, edition: key})
WITH key, level, objects ORDER BY objects.id
WITH key, level, collect(DISTINCT toInteger(objects.value)) AS readings, collect(objects.id) AS objectFacts
OPTIONAL MATCH (counted:Fact {kind: 'COUNTS', level: level, edition: key, closed: true})-[:ABOUT {role: 'tier'}]->(tier:Tier)
WITH key, level, readings, objectFacts, tier, counted ORDER BY tier.order, counted.id
WITH key, level, readings, objectFacts, tier, collect(DISTINCT toInteger(counted.value)) AS counts, collect(counted.id) AS facts
WITH key, level, readings, objectFacts, collect(CASE WHEN size(counts) = 1 THEN counts[0] END) AS sums, collect(facts) AS groups,
     count(tier) AS tiers
WITH key, level, size(readings) > 0 AS stated,
     CASE WHEN size(readings) = 1 THEN readings[0]
          WHEN size(readings) = 0 AND tiers > 0 AND size(sums) = tiers THEN reduce(sum = 0, tierCount IN sums | sum + tierCount) END AS count,
     CASE WHEN size(readings) > 0 THEN objectFacts ELSE reduce(all = [], group IN groups | all + group) END AS facts
WHERE size(facts) > 0
RETURN key, level, count, stated, facts
ORDER BY key, level DESC
