// What was a region's way through the editions: which rank and score has it in each, and what else is said of it?
// 某地区历年排名、得分和领先情况如何?
// Parameters: of the code of a region.
// Rows: one an edition that is loaded, the earliest first, those that tell nothing of the region included. assessed is false
// before the first edition that assesses its level, told is true where any fact is about it. rank and score are null where
// none is printed or sources disagree (ranks and scores hold every reading). first and topTen are null where neither yes nor
// no is known: who is not in a list of the first ten is not among them. leadCount is in how many dimensions it is among the
// leading ten, as printed (leadStated) or counted from complete lists (history.dimensions tells which). up, gained and
// leadsMore are ranks, points and dimensions more than in the edition loaded before, since. The tier is told by region.tier.
:param of => '440300';
MATCH (region:Region {code: $of})
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
OPTIONAL MATCH (begun:Fact {kind: 'FIRST_ASSESSED', level: level})
WITH region, level, min(begun.edition) AS begun
MATCH (edition:Edition)
WITH region, level, edition, edition.year AS year, coalesce(edition.year >= begun, true) AS assessed
CALL (region, edition) {
  OPTIONAL MATCH (region)-[scored:SCORED]->(edition)
  OPTIONAL MATCH (said:Fact {id: scored.fact})
  WITH scored, said ORDER BY said.id
  RETURN collect(DISTINCT scored.rank) AS ranks, min(scored.rank) AS best, max(scored.rank) AS worst,
         collect(DISTINCT scored.score) AS scores, collect(DISTINCT said.doubt) AS doubts, collect(said.id) AS facts
}
// The last rank of each list that is complete up to there: it gives the first so many without a gap, or all there are.
WITH *, COLLECT {
  MATCH (list:Fact {kind: 'SCORED_LIST', level: level, edition: year, order: 'RANK'})-[:CITED_FROM]->(source:Source),
        (source)<-[:CITED_FROM]-(said:Fact {kind: 'SCORED', level: level, edition: year})-[:ABOUT {role: 'region'}]->(named)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, source, named, min(said.rank) AS rank ORDER BY rank
  WITH list, source, collect(rank) AS given
  WITH CASE WHEN list.closed THEN given ELSE given[..list.printedCount] END AS top, list
  WHERE top[0] = 1 AND size(top) >= coalesce(list.printedCount, 1)
    AND all(at IN range(1, size(top) - 1) WHERE top[at] <= top[at - 1] + 1)
  RETURN top[-1] } AS reaches
// In how many dimensions it leads: as printed, and as counted where every dimension of the edition has a complete list.
CALL (region, year) {
  OPTIONAL MATCH (said:Fact {kind: 'LEADS_COUNT', edition: year})-[:ABOUT {role: 'region'}]->(region)
  WITH said ORDER BY said.id
  RETURN collect(DISTINCT toInteger(said.value)) AS printed, collect(said.id) AS printedFacts
}
CALL (region, level, year) {
  OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: level, edition: year, closed: true})
                 -[:ABOUT {role: 'dimension'}]->(listed:Dimension)
  OPTIONAL MATCH (region)-[lead:LEADS {edition: year}]->(listed)
  WITH year, list, listed, lead ORDER BY listed.order, list.id, lead.fact
  WITH year, count(DISTINCT listed) AS lists, count(DISTINCT CASE WHEN lead IS NOT NULL THEN listed END) AS led,
       collect(DISTINCT list.id) + collect(DISTINCT lead.fact) AS listFacts
  WITH led, listFacts, lists > 0 AND
       lists = COUNT { MATCH (:Edition {year: year})-[:ASSESSES]->(one:Dimension) RETURN DISTINCT one } AS whole
  RETURN CASE WHEN whole THEN [led] ELSE [] END AS counted, CASE WHEN whole THEN listFacts ELSE [] END AS listFacts
}
WITH *, printed + [one IN counted WHERE NOT one IN printed] AS leadCounts
CALL (region, edition) {
  OPTIONAL MATCH (region)-[kept:KEEPS_LEADING]->(edition)
  WITH kept ORDER BY kept.fact
  RETURN collect(DISTINCT kept.period) AS periods, collect(kept.fact) AS keptFacts
}
CALL (region, year) {
  OPTIONAL MATCH (region)-[rose:ROSE {edition: year}]->(reached:Tier)
  WITH rose, reached ORDER BY rose.fact
  RETURN collect(rose.from) AS risesFrom, collect(reached.key) AS risesTo, collect(rose.fact) AS riseFacts
}
WITH *, EXISTS { (:Fact {edition: year})-[:ABOUT {role: 'region'}]->(region) } AS told,
     CASE WHEN best = worst THEN best END AS rank, CASE WHEN size(scores) = 1 THEN scores[0] END AS score
ORDER BY year
WITH collect({edition: year, assessed: assessed, told: told, rank: rank, ranks: ranks, score: score, scores: scores,
              doubts: doubts, facts: facts,
              first: CASE WHEN worst = 1 THEN true WHEN best > 1 OR best IS NULL AND size(reaches) > 0 THEN false END,
              topTen: CASE WHEN worst <= 10 THEN true
                           WHEN best > 10 OR best IS NULL AND any(reach IN reaches WHERE reach >= 10) THEN false END,
              leadCount: CASE WHEN size(leadCounts) = 1 THEN leadCounts[0] END, leadCounts: leadCounts, leadStated: size(printed) > 0,
              leadFacts: printedFacts + listFacts, periods: periods, keptFacts: keptFacts,
              risesFrom: risesFrom, risesTo: risesTo, riseFacts: riseFacts}) AS way
UNWIND range(0, size(way) - 1) AS at
WITH way[at] AS one, CASE WHEN at > 0 THEN way[at - 1] END AS prior
RETURN one.edition AS edition, one.assessed AS assessed, one.told AS told, one.rank AS rank, one.ranks AS ranks,
       one.score AS score, one.scores AS scores, one.doubts AS doubts, one.facts AS facts, one.first AS first, one.topTen AS topTen,
       prior.edition AS since, prior.rank - one.rank AS up, round(one.score - prior.score, 2) AS gained,
       one.leadCount AS leadCount, one.leadCounts AS leadCounts, one.leadStated AS leadStated, one.leadFacts AS leadFacts,
       one.leadCount - prior.leadCount AS leadsMore, one.periods AS periods, one.keptFacts AS keptFacts,
       one.risesFrom AS risesFrom, one.risesTo AS risesTo, one.riseFacts AS riseFacts
ORDER BY edition
