// Which counts do not add up?
// 哪些计数相加不符？
// Rows: one row per faulty sum, by edition and level. The counts of all tiers add up to the number of assessed units. The count
// of a tier and all higher tiers is the sum of their counts, or at least that sum if not all of them are printed. Sums do not
// include counts about which sources disagree; see dataQuality.disagreeingFacts. known is true if the sum and the figure that
// it is compared with are from different sources.
CALL () {
  MATCH (tier:Tier)<-[:ABOUT {role: 'tier'}]-(counted:Fact {kind: 'COUNTS', closed: true})-[:CITED_FROM]->(source:Source)
  WITH counted, tier, source ORDER BY tier.order, counted.id
  WITH counted.edition AS edition, counted.level AS level, tier, collect(DISTINCT counted.value) AS readings,
       collect(DISTINCT counted.id) AS ids, collect(source.id) AS sources
  WITH edition, level, collect(readings) AS readings, reduce(all = [], tierFacts IN collect(ids) | all + tierFacts) AS facts,
       reduce(all = [], tierSources IN collect(sources) | all + tierSources) AS sources
  WHERE all(reading IN readings WHERE size(reading) = 1)
  WITH edition, level, toInteger(reduce(sum = 0, reading IN readings | sum + reading[0])) AS sum, facts, sources
  OPTIONAL MATCH (objects:Fact {kind: 'OBJECTS', edition: edition, level: level})-[:CITED_FROM]->(source:Source)
  WITH edition, level, sum, facts, sources, objects, source ORDER BY objects.id
  WITH edition, level, sum, facts, sources, collect(DISTINCT toInteger(objects.value)) AS readings,
       collect(DISTINCT objects.id) AS objectFacts, collect(source.id) AS objectSources
  MATCH (region:Region {level: level})
  WITH edition, level, sum, facts, sources, readings, objectFacts, objectSources, count(region) AS regions
  WITH edition, level, sum, CASE WHEN size(readings) = 1 THEN readings[0] ELSE regions END AS expected,
       CASE WHEN size(readings) = 1 THEN objectFacts + facts ELSE facts END AS facts,
       sum = regions AND none(source IN objectSources WHERE source IN sources) AS known
  WHERE sum <> expected
  RETURN edition, level, 'COUNTS' AS kind, facts, known,
         'expected counts of all tiers that add up to ' + expected + ' assessed units, got ' + sum AS found
  UNION ALL
  MATCH (lowest:Tier)<-[:ABOUT {role: 'tier'}]-(counted:Fact {kind: 'COUNTS_FROM'})-[:CITED_FROM]->(source:Source)
  WITH counted, lowest, collect(source.id) AS countSources
  MATCH (tier:Tier) WHERE tier.order <= lowest.order
  OPTIONAL MATCH (tier)<-[:ABOUT {role: 'tier'}]-(part:Fact {kind: 'COUNTS', edition: counted.edition, level: counted.level})-[:CITED_FROM]->(source:Source)
  WITH counted, lowest, countSources, tier, part, source ORDER BY tier.order, part.id
  WITH counted, lowest, countSources, tier, collect(DISTINCT part.value) AS readings, collect(DISTINCT part.id) AS ids, collect(source.id) AS sources
  WITH counted, lowest, countSources, count(tier) AS tiers,
       collect(CASE WHEN size(readings) = 1 THEN {value: readings[0], ids: ids, sources: sources} END) AS parts
  WITH counted, lowest, countSources, tiers, parts, toInteger(reduce(sum = 0, part IN parts | sum + part.value)) AS sum
  WHERE sum > counted.value OR (size(parts) = tiers AND sum < counted.value)
  RETURN counted.edition AS edition, counted.level AS level, counted.kind AS kind,
         [counted.id] + reduce(all = [], part IN parts | all + part.ids) AS facts,
         none(part IN parts WHERE any(source IN part.sources WHERE source IN countSources)) AS known,
         'expected counts of ' + lowest.nameEn + ' (' + lowest.name + ') and above that add up to ' + toInteger(counted.value)
           + ', got ' + sum AS found
}
RETURN CASE WHEN known THEN 'WARNING' ELSE 'ERROR' END AS severity, known, edition + ', ' + toLower(level) + ': ' + found AS message,
       kind, level, facts, [edition] AS editions, [] AS regions, [] AS sources
ORDER BY edition, level DESC, kind, message, facts[0]
