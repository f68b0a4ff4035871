// Which printed shares do not agree with their counts?
// 哪些占比与计数不符？
// Rows: one row per faulty share or sum of shares, by its (first) fact. A share is the count as a share of the regions of its
// level, truncated or rounded (±0.01). The shares of all tiers add up to 100 (±0.02).
CALL () {
  MATCH (counted:Fact)
  WHERE counted.kind IN ['COUNTS', 'COUNTS_FROM', 'ABOVE_MEAN'] AND counted.text IS NOT NULL
  WITH counted, toFloat(replace(counted.text, '%', '')) AS share,
       COUNT { (:Region {level: counted.level}) } AS total
  WITH counted, share, total, 100.0 * counted.value / total AS exact
  WHERE share IS NULL OR abs(share - exact) > 0.010001
  RETURN counted.edition AS edition, counted.level AS level, counted.kind AS kind, [counted.id] AS facts,
         counted.id + ': expected ' + round(exact, 2) + '% (' + toInteger(counted.value) + ' of ' + total + '), got ' + counted.text AS message
  UNION ALL
  MATCH (counted:Fact {kind: 'COUNTS', closed: true})-[:ABOUT {role: 'tier'}]->(tier:Tier)
  WITH counted, tier ORDER BY tier.order, counted.id
  WITH counted.edition AS edition, counted.level AS level, tier, collect(counted.id) AS ids,
       collect(DISTINCT toFloat(replace(counted.text, '%', ''))) AS shares
  WITH edition, level, collect(shares) AS shares, collect(ids) AS groups
  WHERE all(tierShares IN shares WHERE size(tierShares) = 1)
  WITH edition, level, reduce(sum = 0.0, tierShares IN shares | sum + tierShares[0]) AS sum, reduce(all = [], group IN groups | all + group) AS facts
  WHERE abs(sum - 100) > 0.020001
  RETURN edition, level, 'COUNTS' AS kind, facts,
         edition + ', ' + toLower(level) + ': expected shares of all tiers that add up to 100%, got ' + round(sum, 2) + '%' AS message
}
RETURN 'ERROR' AS severity, false AS known, message, kind, level, facts, [edition] AS editions, [] AS regions, [] AS sources
ORDER BY facts[0], size(facts), message
