// Which counts do not add up?
// 哪些计数相加不符?
// Rows: one a sum, by edition and level; none in sound data. The counts of all tiers add up to the units assessed; a count
// of a tier and all above it is the sum of theirs, and no less where not all of them are counted. Counts that sources
// disagree about are left out of sums; they are in dataQuality.disagreeingFacts. known: the sum is from other sources
// than what it is compared with, and both stand side by side.
CALL () {
  MATCH (tier:Tier)<-[:ABOUT {role: 'tier'}]-(counted:Fact {kind: 'COUNTS', closed: true})-[:CITED_FROM]->(source:Source)
  WITH counted, tier, source ORDER BY tier.order, counted.id
  WITH counted.edition AS edition, counted.level AS level, tier, collect(DISTINCT counted.value) AS readings,
       collect(DISTINCT counted.id) AS ids, collect(source.id) AS sources
  WITH edition, level, collect(readings) AS readings, reduce(all = [], one IN collect(ids) | all + one) AS facts,
       reduce(all = [], one IN collect(sources) | all + one) AS sources
  WHERE all(one IN readings WHERE size(one) = 1)
  WITH edition, level, toInteger(reduce(sum = 0, one IN readings | sum + one[0])) AS sum, facts, sources
  OPTIONAL MATCH (said:Fact {kind: 'OBJECTS', edition: edition, level: level})-[:CITED_FROM]->(source:Source)
  WITH edition, level, sum, facts, sources, said, source ORDER BY said.id
  WITH edition, level, sum, facts, sources, collect(DISTINCT toInteger(said.value)) AS readings, collect(DISTINCT said.id) AS others,
       collect(source.id) AS said
  MATCH (region:Region) WHERE (region:City) = (level = 'CITY')
  WITH edition, level, sum, facts, sources, readings, others, said, count(region) AS regions
  WITH edition, level, sum, CASE WHEN size(readings) = 1 THEN readings[0] ELSE regions END AS expected,
       CASE WHEN size(readings) = 1 THEN others + facts ELSE facts END AS facts,
       sum = regions AND none(one IN said WHERE one IN sources) AS known
  WHERE sum <> expected
  RETURN edition, level, 'COUNTS' AS kind, facts, known,
         'the counts of all tiers add up to ' + sum + ', assessed are ' + expected AS found
  UNION ALL
  MATCH (lowest:Tier)<-[:ABOUT {role: 'tier'}]-(counted:Fact {kind: 'COUNTS_FROM'})-[:CITED_FROM]->(source:Source)
  WITH counted, lowest, collect(source.id) AS said
  MATCH (tier:Tier) WHERE tier.order <= lowest.order
  OPTIONAL MATCH (tier)<-[:ABOUT {role: 'tier'}]-(part:Fact {kind: 'COUNTS', edition: counted.edition, level: counted.level})-[:CITED_FROM]->(source:Source)
  WITH counted, lowest, said, tier, part, source ORDER BY tier.order, part.id
  WITH counted, lowest, said, tier, collect(DISTINCT part.value) AS readings, collect(DISTINCT part.id) AS ids, collect(source.id) AS sources
  WITH counted, lowest, said, count(tier) AS tiers,
       collect(CASE WHEN size(readings) = 1 THEN {value: readings[0], ids: ids, sources: sources} END) AS parts
  WITH counted, lowest, said, tiers, parts, toInteger(reduce(sum = 0, one IN parts | sum + one.value)) AS sum
  WHERE sum > counted.value OR (size(parts) = tiers AND sum < counted.value)
  RETURN counted.edition AS edition, counted.level AS level, counted.kind AS kind,
         [counted.id] + reduce(all = [], one IN parts | all + one.ids) AS facts,
         none(one IN parts WHERE any(source IN one.sources WHERE source IN said)) AS known,
         toInteger(counted.value) + ' counted at ' + lowest.name + ' or above, the counts of these tiers add up to ' + sum AS found
}
RETURN CASE WHEN known THEN 'WARNING' ELSE 'ERROR' END AS severity, known, edition + ', ' + toLower(level) + ': ' + found AS message,
       kind, level, facts, [edition] AS editions, [] AS regions, [] AS sources
ORDER BY edition, level DESC, kind, message, facts[0]
