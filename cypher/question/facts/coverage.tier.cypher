// For how many of the assessed regions is the tier known?
// 多少地区的组别已知、总共多少？
// Parameters: level PROVINCE or CITY, or null for both; edition a year, or null for the latest edition that states tiers.
// Rows: always exactly one row, with the columns of coverage. stated is the number of regions whose tier is STATED or INFERRED
// (see region.tier), total the number of regions that the edition assesses.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact)
WHERE any.kind IN ['COUNTS', 'IN_TIER', 'ROSE'] AND ($level IS NULL OR any.level = $level)
WITH coalesce($edition, max(any.edition)) AS edition
UNWIND CASE WHEN $level IS NULL THEN ['PROVINCE', 'CITY'] ELSE [$level] END AS level
// The tier of every region of a level in an edition. Three files contain these lines; a test compares them.
CALL (level, edition) {
  // The bounds between the tiers, each with the order of the tier above it: as this edition prints them, otherwise as other
  // editions print them if they all agree.
  CALL (edition) {
    MATCH (by:Edition)-[grades:GRADES]->(graded:Tier)
    UNWIND [[graded.order, grades.above], [graded.order - 1, grades.upTo]] AS bound
    WITH bound[0] AS over, bound[1] AS at, by.year = edition AS own, grades.fact AS fact ORDER BY fact
    WHERE at IS NOT NULL
    WITH over, own, collect(DISTINCT at) AS at, collect(fact) AS facts ORDER BY own DESC
    WITH over, collect({over: over, at: at, own: own, facts: facts})[0] AS bound ORDER BY over
    WHERE size(bound.at) = 1
    RETURN collect(bound) AS bounds
  }
  // The tiers, each with its count and whether all its members are listed.
  CALL (level, edition) {
    MATCH (tier:Tier)
    OPTIONAL MATCH (fact:Fact {level: level, edition: edition})-[:ABOUT {role: 'tier'}]->(tier)
    WHERE fact.kind = 'COUNTS' OR fact.kind = 'IN_TIER_LIST' AND fact.closed
    WITH tier, fact ORDER BY tier.order, fact.id
    WITH tier, collect(fact.id) AS facts, 'IN_TIER_LIST' IN collect(fact.kind) AS listed,
         collect(DISTINCT CASE fact.kind WHEN 'COUNTS' THEN fact.value END) AS counts
    RETURN collect({key: tier.key, order: tier.order, facts: facts, listed: listed,
                    count: CASE WHEN size(counts) = 1 THEN counts[0] END}) AS tiers
  }
  // The statements about each region: scores, ranks, its tier, a rise to it, and a rise from it in the next edition.
  MATCH (region:Region)
  WHERE (region:City) = (level = 'CITY')
  OPTIONAL MATCH (region)-[says:SCORED|IN_TIER|ROSE]->()
  WHERE says.edition = edition OR type(says) = 'ROSE' AND says.edition = edition + 1
  WITH level, edition, bounds, tiers, region, says ORDER BY says.score DESC, says.fact
  WITH level, edition, bounds, tiers, collect(DISTINCT region) AS regions, collect(says) AS sayings
  // The tiers that are possible for every region: if the counts are complete, the tiers with a count above 0. None are
  // possible before the level is assessed.
  WITH *, [says IN sayings WHERE says.score IS NOT NULL] AS scores,
       reduce(sum = 0, tier IN tiers | sum + coalesce(tier.count, 0)) = size(regions) AS complete,
       COLLECT { MATCH (first:Fact {kind: 'FIRST_ASSESSED', level: level})
                 WHERE first.edition > edition RETURN first.id ORDER BY first.id } AS later
  WITH *, CASE WHEN later <> [] THEN {way: 'NOT_ASSESSED', keys: [], facts: later}
               ELSE {way: 'COUNTS', keys: [tier IN tiers WHERE NOT complete OR tier.count > 0 | tier.key],
                     facts: reduce(all = [], tier IN tiers | all + tier.facts)} END AS common
  UNWIND regions AS region
  WITH *, [says IN sayings WHERE startNode(says) = region] AS own
  WITH *, [says IN own WHERE says.score IS NOT NULL] AS scored, [says IN own WHERE says.rank IS NOT NULL] AS ranked,
       [says IN own WHERE type(says) <> 'SCORED' |
        {way: CASE WHEN type(says) = 'IN_TIER' THEN 'STATED' WHEN says.edition = edition THEN 'RISE' ELSE 'NEXT_RISE' END,
         key: CASE WHEN says.edition = edition THEN endNode(says).key ELSE says.from END, facts: [says.fact]}] AS said
  // The tiers that the region's score allows or, if it has only a rank, the scores of the regions ranked next to it.
  WITH *, CASE WHEN scored <> [] OR ranked = [] THEN scored
               ELSE [last([one IN scores WHERE all(mine IN ranked WHERE one.rank <= mine.rank)]),
                     head([one IN scores WHERE all(mine IN ranked WHERE one.rank >= mine.rank)])] END AS around
  WITH *, head([bound IN bounds WHERE around[-1].score > bound.at[0]]) AS floor,
          last([bound IN bounds WHERE around[0].score < bound.at[0]]) AS ceiling
  WITH *, [tier IN tiers WHERE tier.order <= coalesce(floor.over, tier.order)
                           AND tier.order > coalesce(ceiling.over, 0) | tier.key] AS open
  WITH *, CASE WHEN size(open) = 1 THEN open ELSE [key IN open WHERE key IN common.keys] END AS left
  WITH *, CASE WHEN size(open) = size(tiers) THEN []
               WHEN scored = [] THEN [{way: 'RANK', facts: [one IN ranked + around WHERE one IS NOT NULL | one.fact]}]
               ELSE [{way: 'SCORE', facts: [one IN scored | one.fact]}] END
          + [bound IN [floor, ceiling] WHERE bound IS NOT NULL |
             {way: CASE WHEN bound.own THEN 'BOUNDS' ELSE 'OTHER_BOUNDS' END, facts: bound.facts}]
          + CASE WHEN left = open THEN [] ELSE [common] END AS narrowed
  // The known tiers: from sources, from rises, and from the score if it allows only one tier.
  WITH tiers, region, left, narrowed, said,
       [tier IN tiers WHERE left = [tier.key] OR any(one IN said WHERE one.key = tier.key) | tier.key] AS told
  WITH *, size(told) = 1 AND any(one IN said WHERE one.way = 'STATED') AS stated
  WITH tiers, collect({region: region, told: told, left: left, stated: stated, reasons:
       CASE WHEN stated THEN [one IN said WHERE one.way = 'STATED']
            WHEN said = [] OR size(left) = 1 THEN said + narrowed ELSE said END}) AS places
  // For regions without a known tier: tiers whose members are all known are not possible.
  WITH places, [tier IN tiers WHERE tier.listed OR tier.count <= size([one IN places WHERE one.told = [tier.key]]) |
       {way: 'MEMBERS', key: tier.key, facts: reduce(all = tier.facts, one IN places | all
         + CASE WHEN one.told = [tier.key] THEN reduce(own = [], reason IN one.reasons | own + reason.facts) ELSE [] END)}] AS full
  UNWIND places AS place
  WITH place, [tier IN full WHERE place.told = [] AND tier.key IN place.left] AS shut
  WITH place, place.reasons + shut AS reasons, CASE WHEN place.told <> [] THEN place.told
       ELSE [key IN place.left WHERE NOT key IN [tier IN shut | tier.key]] END AS possible
  RETURN place.region AS region, possible, CASE WHEN size(possible) = 1 THEN possible[0] END AS tier,
         CASE WHEN size(possible) <> 1 THEN 'UNKNOWN' WHEN place.stated THEN 'STATED' ELSE 'INFERRED' END AS basis,
         reduce(ways = [], one IN reasons | CASE WHEN one.way IN ways THEN ways ELSE ways + one.way END) AS because,
         reduce(all = [], one IN reasons | reduce(more = all, fact IN one.facts |
           CASE WHEN fact IN more THEN more ELSE more + fact END)) AS facts
}
WITH edition, count(tier) AS stated, count(CASE WHEN NOT 'NOT_ASSESSED' IN because THEN region END) AS total
RETURN edition, stated, total, 'REGIONS' AS unit, stated = total AS closed
