// How did the rank, score, top-ten place and tier of each region change from one edition to a later one?
// 从某一年度到另一年度，各地区的总体排名、得分、前十名和组别上升有何变化？
// Parameters: level PROVINCE or CITY; from and to are years of editions, the earlier first.
// Rows: one row per region and measure, regions in administrative order. measure is RANK, SCORE or TOP_TEN of the overall
// index, or RISE for a printed rise to a higher tier in the later edition. kind is ROSE, FELL or STAYED; for the top ten
// ENTERED, LEFT, STAYED or STAYED_OUT; for RISE also STAYED_OR_FELL if the edition names all regions that rose but not this
// one. kind is NOT_STATED if no source states it, NOT_COMPARABLE if an edition does not assess the level. A region that is not
// in a complete list of the top ten is not in the top ten; from other lists nothing follows. RISE is NOT_STATED unless from is
// the year before to. fromGap and toGap say why no single value is known. difference is in ranks or points, positive for
// better. For the tiers of both editions see region.tier.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2018;
OPTIONAL MATCH (start:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH min(start.edition) AS firstAssessed
UNWIND [$from, $to] AS year
// The last rank up to which each list is complete: the list has the first N ranks without a gap, or all ranks.
WITH year, coalesce(year >= firstAssessed, true) AS assessed, COLLECT {
  MATCH (list:Fact {kind: 'SCORED_LIST', level: $level, edition: year, order: 'RANK'})-[:CITED_FROM]->(source:Source),
        (source)<-[:CITED_FROM]-(said:Fact {kind: 'SCORED', level: $level, edition: year})-[:ABOUT {role: 'region'}]->(named)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, source, named, min(said.rank) AS rank ORDER BY rank
  WITH list, source, collect(rank) AS given
  WITH CASE WHEN list.closed THEN given ELSE given[..list.printedCount] END AS top, list
  WHERE top[0] = 1 AND size(top) >= coalesce(list.printedCount, 1)
    AND all(at IN range(1, size(top) - 1) WHERE top[at] <= top[at - 1] + 1)
  RETURN {lastRank: top[-1], fact: list.id} ORDER BY list.id } AS gaplessLists,
// The lists of regions that rose, by the two tiers.
     COLLECT {
  MATCH (before:Tier)<-[:ABOUT {role: 'from'}]-(list:Fact {kind: 'ROSE_LIST', level: $level, edition: year}),
        (list)-[:ABOUT {role: 'to'}]->(after:Tier)
  WITH before, after, list ORDER BY list.id
  WITH before, after, any(closed IN collect(list.closed) WHERE closed) AS closed, collect(list.id) AS facts
  RETURN {closed: closed, facts: facts} ORDER BY facts[0] } AS rises
WITH {year: year, assessed: assessed, topTenLists: [list IN gaplessLists WHERE list.lastRank >= 10 | list.fact],
      riseLists: CASE WHEN all(list IN rises WHERE list.closed)
                      THEN reduce(all = [], list IN rises | all + list.facts) ELSE [] END} AS side
MATCH (region:Region) WHERE (region:City) = ($level = 'CITY')
CALL (region, side) {
  OPTIONAL MATCH (region)-[scored:SCORED]->(:Edition {year: side.year})
  OPTIONAL MATCH (fact:Fact {id: scored.fact})
  WITH side, scored, fact ORDER BY fact.id
  WITH side, collect(DISTINCT scored.rank) AS ranks, min(scored.rank) AS best, max(scored.rank) AS worst,
       collect(DISTINCT scored.score) AS scores, collect(DISTINCT fact.doubt) AS doubts,
       collect(CASE WHEN scored.rank IS NOT NULL THEN fact.id END) AS rankFacts,
       collect(CASE WHEN scored.score IS NOT NULL THEN fact.id END) AS scoreFacts
  WITH *, CASE WHEN size(ranks) = 1 THEN best END AS rank, CASE WHEN size(scores) = 1 THEN scores[0] END AS score
  // A smaller place is better.
  RETURN [{measure: 'RANK', place: rank, rank: rank, readings: ranks, doubts: doubts, facts: rankFacts},
          {measure: 'SCORE', place: -score, score: score, readings: scores, doubts: doubts, facts: scoreFacts},
          {measure: 'TOP_TEN', rank: rank, readings: ranks, doubts: doubts,
           facts: CASE WHEN best IS NULL THEN side.topTenLists ELSE rankFacts END,
           named: CASE WHEN worst <= 10 THEN true WHEN best > 10 OR best IS NULL AND size(side.topTenLists) > 0 THEN false END}] AS overall
}
CALL (region, side) {
  OPTIONAL MATCH (region)-[rose:ROSE {edition: side.year}]->(reached:Tier)
  WITH side, rose, reached ORDER BY rose.fact
  WITH side, collect(DISTINCT rose.from) AS before, collect(DISTINCT reached.key) AS after, collect(rose.fact) AS facts
  RETURN {measure: 'RISE', before: CASE WHEN size(before) = 1 THEN before[0] END, after: CASE WHEN size(after) = 1 THEN after[0] END,
          named: CASE WHEN size(facts) > 0 THEN true WHEN size(side.riseLists) > 0 THEN false END,
          readings: [], doubts: [], facts: CASE WHEN size(facts) > 0 THEN facts ELSE side.riseLists END} AS risen
}
WITH region, side, [value IN overall + risen | value {.*, gap:
       CASE WHEN NOT side.assessed THEN 'NOT_ASSESSED' WHEN coalesce(value.place, value.named) IS NOT NULL THEN null
            WHEN size(value.readings) > 0 THEN 'DISPUTED' ELSE 'NOT_STATED' END}] AS values ORDER BY side.year
WITH region, collect(values) AS sides
UNWIND range(0, size(sides[0]) - 1) AS index
WITH region, index, sides[0][index] AS a, sides[1][index] AS b
RETURN region.code AS code, region.name AS name, b.measure AS measure, null AS dimension,
       CASE WHEN a.gap = 'NOT_ASSESSED' OR b.gap = 'NOT_ASSESSED' THEN 'NOT_COMPARABLE'
            WHEN b.measure = 'RISE' THEN CASE WHEN $to > $from + 1 OR b.named IS NULL THEN 'NOT_STATED'
                                              WHEN b.named THEN 'ROSE' ELSE 'STAYED_OR_FELL' END
            WHEN a.named AND b.named THEN 'STAYED' WHEN a.named AND NOT b.named THEN 'LEFT'
            WHEN NOT a.named AND b.named THEN 'ENTERED' WHEN NOT a.named AND NOT b.named THEN 'STAYED_OUT'
            WHEN b.place < a.place THEN 'ROSE' WHEN b.place > a.place THEN 'FELL' WHEN b.place = a.place THEN 'STAYED'
            ELSE 'NOT_STATED' END AS kind, round(a.place - b.place, 2) AS difference,
       a.gap AS fromGap, a.rank AS fromRank, null AS fromAtMost, a.score AS fromScore, a.named AS fromNamed,
       CASE WHEN $to = $from + 1 THEN b.before END AS fromTier, a.readings AS fromReadings, a.doubts AS fromDoubts, a.facts AS fromFacts,
       b.gap AS toGap, b.rank AS toRank, null AS toAtMost, b.score AS toScore, b.named AS toNamed,
       b.after AS toTier, b.readings AS toReadings, b.doubts AS toDoubts, b.facts AS toFacts
ORDER BY region.order, index
