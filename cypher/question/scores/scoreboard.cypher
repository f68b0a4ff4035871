// Which rank and score does each region have, and which regions share its rank or are ranked just before it?
// 各地区排名第几，得分多少，与谁并列，仅次于谁？
// Parameters: level, PROVINCE or CITY; edition, a year; dimension, a key for the ranks in that dimension, null for the overall
// index.
// Rows: one row per region with a printed rank or score, or outside a complete list of the best ranks: by rank, then by score,
// then in administrative order. Regions without a single printed rank come last. rank and score are null if none is printed or
// sources disagree; readings have the rank, score and doubt of every fact. atMost is the worst rank that wording such as «top
// three» allows. rankAtLeast is the best rank that a region outside a complete list can have. Ranks are dense: tied regions
// share a rank and no rank is skipped, so more than two regions can be before rank 3. before is their number, null if some of
// them are not known. justBefore are the regions with the next better rank, empty if none is known.
:param level => 'CITY';
:param edition => 2020;
:param dimension => null;
// The ranked lists that are complete from rank 1 to their last rank; isCut: regions that share the last rank can be missing.
WITH CASE WHEN $dimension IS NULL THEN COLLECT {
  MATCH (list:List {kind: 'SCORED_LIST', level: $level, edition: $edition, order: 'RANK'})<-[:ENTRY_OF]-(entry:Fact)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, entry ORDER BY entry.rank
  WITH list, collect(entry.rank) AS ranks, collect(entry.id) AS ids
  WHERE ranks[0] = 1 AND size(ranks) >= coalesce(list.printedCount, 1)
    AND all(i IN range(1, size(ranks) - 1) WHERE ranks[i] <= ranks[i - 1] + 1)
  RETURN {lastRank: ranks[-1], isCut: NOT list.closed AND coalesce(ranks[-1] = ranks[-2], false), facts: [list.id] + ids} ORDER BY list.id } ELSE [] END AS lists
MATCH (region:Region {level: $level})
OPTIONAL MATCH (region)-[placed:SCORED|RANKED {edition: $edition}]->(of)
WHERE $dimension IS NULL AND placed:SCORED OR of.key = $dimension
WITH lists, region, placed, COLLECT { MATCH (fact:Fact) WHERE fact.id IN placed.facts RETURN fact {.rank, .value, .doubt} ORDER BY fact.id } AS readings,
     CASE WHEN placed.rank IS NULL AND NOT coalesce(placed.disputed, false)
          THEN reduce(best = null, list IN [list IN lists WHERE NOT list.isCut AND none(id IN list.facts WHERE id IN coalesce(placed.facts, []))] |
               CASE WHEN list.lastRank > coalesce(best.lastRank, 0) THEN list ELSE best END) END AS outside
WHERE placed IS NOT NULL OR outside IS NOT NULL
WITH lists, region, placed, readings, outside, [reading IN readings WHERE reading.rank IS NOT NULL | reading.rank] AS ranks ORDER BY region.order
WITH lists, collect({region: region, rank: placed.rank, score: placed.score, atMost: placed.atMost, readings: readings, ranks: ranks,
     rankAtLeast: outside.lastRank + 1, facts: coalesce(placed.facts, []) + coalesce(outside.facts, [])}) AS board
WITH board, CASE WHEN size([row IN board WHERE row.rank IS NOT NULL]) = COUNT { (:Region {level: $level}) } THEN size(board)
                 ELSE reduce(last = 1, list IN lists | CASE WHEN list.lastRank > last THEN list.lastRank ELSE last END) END AS known
UNWIND board AS row
WITH row, row.region AS region,
     // A region with a disputed rank can be ranked before or after this region.
     CASE WHEN row.rank <= known AND none(other IN board WHERE other.rank IS NULL
               AND any(rank IN other.ranks WHERE rank < row.rank) AND any(rank IN other.ranks WHERE rank >= row.rank))
          THEN size([other IN board WHERE size(other.ranks) > 0 AND all(rank IN other.ranks WHERE rank < row.rank)]) END AS before,
     [other IN board WHERE other.rank = row.rank AND other.region <> row.region | other.region] AS tied,
     [other IN board WHERE other.rank = row.rank - 1 | other.region] AS above
RETURN region.code AS code, region.name AS name, row.rank AS rank, row.score AS score, row.atMost AS atMost, row.rankAtLeast AS rankAtLeast,
       before, [other IN tied | other.code] AS tiedWith, [other IN tied | other.name] AS tiedWithNames,
       [other IN above | other.code] AS justBefore, [other IN above | other.name] AS justBeforeNames,
       row.readings AS readings, row.facts AS facts
ORDER BY rank, coalesce(atMost, reduce(best = null, one IN row.ranks | CASE WHEN best IS NULL OR one < best THEN one ELSE best END),
                        rankAtLeast), coalesce(score, -1) DESC, region.order
