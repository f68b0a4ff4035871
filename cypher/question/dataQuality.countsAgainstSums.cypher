// Which counts do not add up?
// 哪些计数相加不符?
// Rows: one a sum, by edition and level; none in sound data. The counts of all tiers add up to the units assessed; a count
// of a tier and all above it is the sum of theirs, and no less where not all of them are counted. Counts that sources
// disagree about are left out of sums; they are in dataQuality.disagreeingFacts. known: the sum is from other sources
// than what it is compared with, and both stand side by side.
CALL () {
  MATCH (counted:Fact {kind: 'COUNTS', closed: true})-[:ABOUT {role: 'tier'}]->(tier:Tier)
  WITH counted, tier ORDER BY tier.order, counted.id
  WITH counted.edition AS edition, counted.level AS level, tier, collect(DISTINCT counted.value) AS readings, collect(counted.id) AS ids
  WITH edition, level, collect(readings) AS readings, collect(ids) AS groups
  WHERE all(one IN readings WHERE size(one) = 1)
  WITH edition, level, reduce(sum = 0, one IN readings | sum + one[0]) AS sum, reduce(all = [], one IN groups | all + one) AS facts,
       COLLECT { MATCH (said:Fact {kind: 'OBJECTS', edition: edition, level: level}) RETURN said ORDER BY said.id } AS said,
       COUNT { MATCH (region:Region) WHERE (region:City) = (level = 'CITY') } AS regions
  WITH edition, level, toInteger(sum) AS sum, facts, regions,
       CASE WHEN size(said) > 0 AND all(one IN said WHERE one.value = said[0].value) THEN said ELSE [] END AS said
  WITH edition, level, sum, facts, said, CASE WHEN size(said) > 0 THEN toInteger(said[0].value) ELSE regions END AS expected
  WHERE sum <> expected
  RETURN edition, level, 'COUNTS' AS kind, 'the counts of all tiers add up to ' + sum + ', assessed are ' + expected AS found,
         facts, [one IN said | one.id] AS others
  UNION ALL
  MATCH (counted:Fact {kind: 'COUNTS_FROM'})-[:ABOUT {role: 'tier'}]->(lowest:Tier)
  MATCH (tier:Tier) WHERE tier.order <= lowest.order
  OPTIONAL MATCH (part:Fact {kind: 'COUNTS', edition: counted.edition, level: counted.level})-[:ABOUT {role: 'tier'}]->(tier)
  WITH counted, lowest, tier, part ORDER BY tier.order, part.id
  WITH counted, lowest, tier, collect(DISTINCT part.value) AS readings, collect(part.id) AS ids
  WITH counted, lowest, collect(CASE WHEN size(readings) = 1 THEN readings[0] END) AS parts, count(tier) AS tiers,
       collect(CASE WHEN size(readings) = 1 THEN ids END) AS groups
  WITH counted, lowest, parts, tiers, toInteger(reduce(sum = 0, one IN parts | sum + one)) AS sum, reduce(all = [], one IN groups | all + one) AS ids
  WHERE sum > counted.value OR (size(parts) = tiers AND sum < counted.value)
  RETURN counted.edition AS edition, counted.level AS level, counted.kind AS kind,
         toInteger(counted.value) + ' counted at ' + lowest.name + ' or above, the counts of these tiers add up to ' + sum AS found,
         ids AS facts, [counted.id] AS others
}
WITH *, size(others) > 0 AND NOT EXISTS {
  MATCH (one:Fact)-[:CITED_FROM]->(:Source)<-[:CITED_FROM]-(other:Fact) WHERE one.id IN facts AND other.id IN others
} AS known
RETURN CASE WHEN known THEN 'WARNING' ELSE 'ERROR' END AS severity, known, edition + ', ' + toLower(level) + ': ' + found AS message, kind, level,
       others + facts AS facts, [edition] AS editions, [] AS regions, [] AS sources
ORDER BY edition, level DESC, kind, facts[0]
