// How did the rank, score, top-ten place and tier of each region change from one edition to a later one?
// 从某一年度到另一年度，各地区的总体排名、得分、前十名和组别上升有何变化？
// Parameters: level PROVINCE or CITY; from and to are years of editions, the earlier first.
// Rows: one row per region and measure, regions in administrative order. measure is RANK, SCORE or TOP_TEN of the overall
// index, or RISE for a printed rise to a higher tier in the later edition. kind is ROSE, FELL or STAYED; for the top ten
// ENTERED, LEFT, STAYED or STAYED_OUT; for RISE also STAYED_OR_FELL if the edition names all regions that rose but not this
// one. kind is NOT_STATED if no source states it, NOT_COMPARABLE if an edition does not assess the level. A region that is not
// in a complete list of the top ten is not in the top ten; from other lists nothing follows. RISE is NOT_STATED unless from is
// the year before to. fromGap and toGap say why no single value is known; fromAtLeast and toAtLeast are the best rank that a region outside a
// complete list can have. difference is in ranks or points, positive for
// better. For the tiers of both editions see region.tier.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2018;
UNWIND [$from, $to] AS year
MATCH (edition:Edition {year: year})
// The ranked lists that are complete from rank 1 to their last rank; isCut: regions that share the last rank can be missing.
WITH edition, year, coalesce($level IN edition.levels, true) AS assessed, COLLECT {
  MATCH (list:List {kind: 'SCORED_LIST', level: $level, edition: edition.year, order: 'RANK'})<-[:ENTRY_OF]-(entry:Fact)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, entry ORDER BY entry.rank
  WITH list, collect(entry.rank) AS ranks, collect(entry.id) AS ids
  WHERE ranks[0] = 1 AND size(ranks) >= coalesce(list.printedCount, 1)
    AND all(i IN range(1, size(ranks) - 1) WHERE ranks[i] <= ranks[i - 1] + 1)
  RETURN {lastRank: ranks[-1], isCut: NOT list.closed AND coalesce(ranks[-1] = ranks[-2], false), list: list.id, facts: [list.id] + ids}
  ORDER BY list.id } AS lists,
// The lists of regions that rose, by the two tiers.
     COLLECT {
  MATCH (before:Tier)<-[:ABOUT {role: 'from'}]-(list:List {kind: 'ROSE_LIST', level: $level, edition: edition.year}),
        (list)-[:ABOUT {role: 'to'}]->(after:Tier)
  WITH before, after, list ORDER BY list.id
  WITH before, after, any(closed IN collect(list.closed) WHERE closed) AS closed, collect(list.id) AS facts
  RETURN {from: before.key, to: after.key, closed: closed, facts: facts} ORDER BY facts[0] } AS rises
WITH {year: year, assessed: assessed, lists: lists, topTenLists: [list IN lists WHERE list.lastRank >= 10 | list.list],
      // A single region that rose has no list. Others can have risen between the same tiers.
      riseLists: CASE WHEN all(list IN rises WHERE list.closed) AND NOT EXISTS {
                        MATCH (:Region)-[rose:ROSE {edition: year, level: $level}]->(reached:Tier)
                        WHERE none(list IN rises WHERE list.from = rose.from AND list.to = reached.key) }
                      THEN reduce(all = [], list IN rises | all + list.facts) ELSE [] END} AS side
MATCH (region:Region {level: $level})
OPTIONAL MATCH (region)-[scored:SCORED {edition: side.year}]->(:Edition)
OPTIONAL MATCH (region)-[rose:ROSE {edition: side.year}]->(reached:Tier)
WITH region, side, scored, rose, reached, COLLECT { MATCH (fact:Fact) WHERE fact.id IN scored.facts RETURN fact ORDER BY fact.id } AS proof,
     CASE WHEN scored.rank IS NULL AND NOT coalesce(scored.disputed, false)
          THEN reduce(best = null, list IN [list IN side.lists WHERE NOT list.isCut AND none(id IN list.facts WHERE id IN coalesce(scored.facts, []))] |
               CASE WHEN list.lastRank > coalesce(best.lastRank, 0) THEN list ELSE best END) END AS outside
WITH region, side, scored, rose, reached, outside, reduce(all = [], one IN [fact IN proof WHERE fact.rank IS NOT NULL | fact.rank] | CASE WHEN one IN all THEN all ELSE all + one END) AS ranks,
     reduce(all = [], one IN [fact IN proof WHERE fact.value IS NOT NULL | fact.value] | CASE WHEN one IN all THEN all ELSE all + one END) AS scores, reduce(all = [], one IN [fact IN proof WHERE fact.doubt IS NOT NULL | fact.doubt] | CASE WHEN one IN all THEN all ELSE all + one END) AS doubts,
     [fact IN proof WHERE fact.rank IS NOT NULL | fact.id] AS rankFacts, [fact IN proof WHERE fact.value IS NOT NULL | fact.id] AS scoreFacts
// A smaller place is better.
WITH region, side, [
  {measure: 'RANK', place: scored.rank, rank: scored.rank, rankAtLeast: outside.lastRank + 1, readings: ranks, doubts: doubts,
   facts: rankFacts + coalesce(outside.facts, [])},
  {measure: 'SCORE', place: -scored.score, score: scored.score, readings: scores, doubts: doubts, facts: scoreFacts},
  {measure: 'TOP_TEN', rank: scored.rank, readings: ranks, doubts: doubts,
   facts: CASE WHEN size(ranks) = 0 THEN side.topTenLists ELSE rankFacts END,
   named: CASE WHEN size(ranks) > 0 AND all(rank IN ranks WHERE rank <= 10) THEN true
               WHEN all(rank IN ranks WHERE rank > 10) AND (size(ranks) > 0 OR size(side.topTenLists) > 0) THEN false END}] AS overall,
  {measure: 'RISE', before: rose.from, after: reached.key,
   named: CASE WHEN rose IS NOT NULL THEN true WHEN size(side.riseLists) > 0 THEN false END,
   readings: [], doubts: [], facts: CASE WHEN rose IS NOT NULL THEN rose.facts ELSE side.riseLists END} AS risen
WITH region, side, [value IN overall + risen | value {.*, gap:
       CASE WHEN NOT side.assessed THEN 'NOT_ASSESSED' WHEN coalesce(value.place, value.named) IS NOT NULL THEN null
            WHEN size(value.readings) > 0 THEN 'DISPUTED' WHEN value.rankAtLeast IS NOT NULL THEN 'AT_LEAST' ELSE 'NOT_STATED' END}] AS values ORDER BY side.year
WITH region, collect(values) AS sides
UNWIND range(0, size(sides[0]) - 1) AS index
WITH region, index, sides[0][index] AS a, sides[1][index] AS b
RETURN region.code AS code, region.name AS name, b.measure AS measure, null AS dimension,
       CASE WHEN a.gap = 'NOT_ASSESSED' OR b.gap = 'NOT_ASSESSED' THEN 'NOT_COMPARABLE'
            WHEN b.measure = 'RISE' THEN CASE WHEN $to > $from + 1 OR b.named IS NULL THEN 'NOT_STATED'
                                              WHEN b.named THEN 'ROSE' ELSE 'STAYED_OR_FELL' END
            WHEN a.named AND b.named THEN 'STAYED' WHEN a.named AND NOT b.named THEN 'LEFT'
            WHEN NOT a.named AND b.named THEN 'ENTERED' WHEN NOT a.named AND NOT b.named THEN 'STAYED_OUT'
            WHEN b.place < coalesce(a.place, a.rankAtLeast) THEN 'ROSE' WHEN coalesce(b.place, b.rankAtLeast) > a.place THEN 'FELL'
            WHEN b.place = a.place THEN 'STAYED'
            ELSE 'NOT_STATED' END AS kind, round(a.place - b.place, 2) AS difference,
       a.gap AS fromGap, a.rank AS fromRank, null AS fromAtMost, a.rankAtLeast AS fromAtLeast, a.score AS fromScore, a.named AS fromNamed,
       CASE WHEN $to = $from + 1 THEN b.before END AS fromTier, a.readings AS fromReadings, a.doubts AS fromDoubts, a.facts AS fromFacts,
       b.gap AS toGap, b.rank AS toRank, null AS toAtMost, b.rankAtLeast AS toAtLeast, b.score AS toScore, b.named AS toNamed,
       b.after AS toTier, b.readings AS toReadings, b.doubts AS toDoubts, b.facts AS toFacts
ORDER BY region.order, index
