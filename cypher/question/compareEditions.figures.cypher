// What changed from one edition to a later one for a level as a whole: counts of tiers, the mean, how many lie above it?
// 从某一年度到另一年度,各组别数量、平均指数和高于平均值的地区数有何变化?
// Parameters: level PROVINCE or CITY; from and to years of editions, the earlier first.
// Rows: one a figure that is known of either edition: TIER_COUNT in a tier and TIER_COUNT_FROM in it or a higher one («“高”以上»),
// by tier from the highest; MEAN; ABOVE_MEAN. A figure is STATED, or INFERRED as the sum or the difference of stated counts,
// or null where nobody says (gap NOT_STATED), sources disagree (DISPUTED; readings hold all) or the level is not assessed
// (NOT_ASSESSED). kind is ROSE, FELL or STAYED of the figure itself, NOT_STATED, or NOT_COMPARABLE.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2019;
OPTIONAL MATCH (begun:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH min(begun.edition) AS begun
UNWIND [$from, $to] AS year
CALL (year) {
  MATCH (tier:Tier)
  UNWIND ['COUNTS', 'COUNTS_FROM'] AS kind
  OPTIONAL MATCH (said:Fact {kind: kind, level: $level, edition: year})-[:ABOUT {role: 'tier'}]->(tier)
  WITH tier, kind, said ORDER BY said.id
  WITH tier, kind, collect(DISTINCT said.value) AS readings, collect(said.id) AS facts
  WITH tier, kind, readings, facts, CASE WHEN size(readings) = 1 THEN readings[0] END AS value ORDER BY tier.order, kind
  WITH tier, collect({value: value, readings: readings, facts: facts}) AS both
  RETURN collect({key: tier.key, own: both[0], above: both[1]}) AS tiers
}
CALL (year) {
  UNWIND ['MEAN', 'ABOVE_MEAN'] AS kind
  OPTIONAL MATCH (said:Fact {kind: kind, level: $level, edition: year})
  WITH kind, said ORDER BY said.id
  WITH kind, collect(DISTINCT said.value) AS readings, collect(said.id) AS facts
  RETURN collect({measure: kind, readings: readings, facts: facts, stated: CASE WHEN size(readings) = 1 THEN readings[0] END}) AS means
}
// A tier with all above it: as printed, else the sum of its own count and theirs.
WITH year, coalesce(year >= begun, true) AS assessed, means, tiers,
     [at IN range(0, size(tiers) - 1) |
      CASE WHEN tiers[at].above.value IS NOT NULL THEN {value: tiers[at].above.value, facts: tiers[at].above.facts}
           ELSE {value: reduce(sum = 0.0, one IN tiers[..at + 1] | sum + one.own.value),
                 facts: reduce(all = [], one IN tiers[..at + 1] | all + one.own.facts)} END] AS sums
WITH year, assessed, means, reduce(all = [], at IN range(0, size(tiers) - 1) | all + [
       {measure: 'TIER_COUNT', tier: tiers[at].key, place: 2 * at, readings: tiers[at].own.readings,
        facts: tiers[at].own.facts, stated: tiers[at].own.value,
        inferred: sums[at].value - CASE WHEN at = 0 THEN 0 ELSE sums[at - 1].value END,
        from: sums[at].facts + CASE WHEN at = 0 THEN [] ELSE sums[at - 1].facts END},
       {measure: 'TIER_COUNT_FROM', tier: tiers[at].key, place: 2 * at + 1, readings: tiers[at].above.readings,
        facts: tiers[at].above.facts, stated: tiers[at].above.value, inferred: sums[at].value, from: sums[at].facts}]) AS counts
UNWIND counts + means AS one
WITH year, one, CASE WHEN one.stated IS NOT NULL THEN 'STATED'
                     WHEN size(one.readings) = 0 AND one.inferred IS NOT NULL THEN 'INFERRED' ELSE 'UNKNOWN' END AS basis,
     CASE WHEN NOT assessed THEN 'NOT_ASSESSED' WHEN size(one.readings) > 1 THEN 'DISPUTED' ELSE 'NOT_STATED' END AS gap ORDER BY year
WITH one.measure AS measure, one.tier AS tier, coalesce(one.place, 100) AS place, collect({
       value: CASE basis WHEN 'STATED' THEN one.stated WHEN 'INFERRED' THEN one.inferred END, basis: basis, readings: one.readings,
       gap: CASE WHEN basis = 'UNKNOWN' THEN gap END, facts: CASE WHEN basis = 'INFERRED' THEN one.from ELSE one.facts END}) AS sides
WITH measure, tier, place, sides[0] AS a, sides[1] AS b
WHERE a.basis <> 'UNKNOWN' OR b.basis <> 'UNKNOWN' OR a.gap = 'DISPUTED' OR b.gap = 'DISPUTED'
RETURN measure, tier,
       CASE WHEN 'NOT_ASSESSED' IN [a.gap, b.gap] THEN 'NOT_COMPARABLE' WHEN a.value < b.value THEN 'ROSE'
            WHEN a.value > b.value THEN 'FELL' WHEN a.value = b.value THEN 'STAYED' ELSE 'NOT_STATED' END AS kind,
       round(b.value - a.value, 2) AS difference,
       a.value AS fromValue, a.basis AS fromBasis, a.gap AS fromGap, a.readings AS fromReadings, a.facts AS fromFacts,
       b.value AS toValue, b.basis AS toBasis, b.gap AS toGap, b.readings AS toReadings, b.facts AS toFacts
ORDER BY place, measure DESC
