// Where do facts about tiers contradict each other, so that some are not used to infer tiers?
// 哪些关于组别的事实互相矛盾，因而未用于推断组别？
// Rows: one row per edition and level, first for regions whose own facts name different tiers, then for ranks and counts that
// no placing of all regions fulfills.
CALL () {
  MATCH (region:Region)-[possible:MAY_BE_IN {disputed: true}]->(tier:Tier)
  WITH possible.edition AS edition, possible.level AS level, region, tier, possible.facts AS facts ORDER BY tier.order
  WITH edition, level, region, collect(tier.nameEn + ' (' + tier.name + ')') AS tiers, collect(facts)[0] AS facts
  RETURN edition, level, 0 AS place, [region.code] AS regions, facts,
         region.nameEn + ' (' + region.name + '): expected facts that allow one tier, got '
           + reduce(all = tiers[0], tier IN tail(tiers) | all + ' and ' + tier) AS message
  UNION ALL
  MATCH (edition:Edition) WHERE edition.tierConflicts IS NOT NULL
  UNWIND edition.tierConflicts AS conflict
  WITH edition.year AS edition, split(conflict, ' ')[0] AS level, split(conflict, ' ')[1] AS facts
  RETURN edition, level, 1 AS place, [] AS regions, [] AS facts,
         'expected ' + toLower(facts) + ' that agree with the other facts about tiers, got a contradiction; they are not used' AS message
}
RETURN 'WARNING' AS severity, true AS known, edition + ', ' + toLower(level) + ': ' + message AS message, 'IN_TIER' AS kind, level,
       facts, [edition] AS editions, regions, [] AS sources
ORDER BY edition, level DESC, place, message
