// What are the rank, the score and the other results of a region in each edition?
// 某地区历年排名、得分和领先情况如何？
// Parameters: of is the code of a region.
// Rows: one row per loaded edition, the earliest first, also if it states nothing about the region. assessed is false before
// the first edition that assesses the region's level. told is true if any fact is about the region. rank and score are null
// if none is printed or sources disagree (ranks and scores have every reading). first and topTen are null if they are not
// known; a region that is not in a complete list of the top ten is not in the top ten. leadCount is the number of dimensions
// in which the region is among the leading ten, as printed (leadStated) or counted from complete lists (see
// history.dimensions). up, gained and leadsMore are the gains in ranks, points and dimensions since the previous loaded
// edition (since). For the tier see region.tier.
:param of => '440300';
MATCH (region:Region {code: $of})
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
OPTIONAL MATCH (start:Fact {kind: 'FIRST_ASSESSED', level: level})
WITH region, level, min(start.edition) AS firstAssessed
MATCH (edition:Edition)
WITH region, level, edition, edition.year AS year, coalesce(edition.year >= firstAssessed, true) AS assessed
CALL (region, edition) {
  OPTIONAL MATCH (region)-[scored:SCORED]->(edition)
  OPTIONAL MATCH (fact:Fact {id: scored.fact})
  WITH scored, fact ORDER BY fact.id
  RETURN collect(DISTINCT scored.rank) AS ranks, min(scored.rank) AS best, max(scored.rank) AS worst,
         collect(DISTINCT scored.score) AS scores, collect(DISTINCT fact.doubt) AS doubts, collect(fact.id) AS facts
}
// The last rank up to which each list is complete: the list has the first N ranks without a gap, or all ranks.
WITH *, COLLECT {
  MATCH (list:Fact {kind: 'SCORED_LIST', level: level, edition: year, order: 'RANK'})-[:CITED_FROM]->(source:Source),
        (source)<-[:CITED_FROM]-(said:Fact {kind: 'SCORED', level: level, edition: year})-[:ABOUT {role: 'region'}]->(named)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, source, named, min(said.rank) AS rank ORDER BY rank
  WITH list, source, collect(rank) AS given
  WITH CASE WHEN list.closed THEN given ELSE given[..list.printedCount] END AS top, list
  WHERE top[0] = 1 AND size(top) >= coalesce(list.printedCount, 1)
    AND all(at IN range(1, size(top) - 1) WHERE top[at] <= top[at - 1] + 1)
  RETURN top[-1] } AS lastRanks
// The number of dimensions in which it leads: as printed, and as counted if every dimension of the edition has a complete list.
CALL (region, year) {
  OPTIONAL MATCH (fact:Fact {kind: 'LEADS_COUNT', edition: year})-[:ABOUT {role: 'region'}]->(region)
  WITH fact ORDER BY fact.id
  RETURN collect(DISTINCT toInteger(fact.value)) AS printed, collect(fact.id) AS printedFacts
}
CALL (region, level, year) {
  OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: level, edition: year, closed: true})
                 -[:ABOUT {role: 'dimension'}]->(listed:Dimension)
  OPTIONAL MATCH (region)-[lead:LEADS {edition: year}]->(listed)
  WITH year, list, listed, lead ORDER BY listed.order, list.id, lead.fact
  WITH year, count(DISTINCT listed) AS lists, count(DISTINCT CASE WHEN lead IS NOT NULL THEN listed END) AS led,
       collect(DISTINCT list.id) + collect(DISTINCT lead.fact) AS listFacts
  WITH led, listFacts, lists > 0 AND
       lists = COUNT { MATCH (:Edition {year: year})-[:ASSESSES]->(dimension:Dimension) RETURN DISTINCT dimension } AS complete
  RETURN CASE WHEN complete THEN [led] ELSE [] END AS counted, CASE WHEN complete THEN listFacts ELSE [] END AS listFacts
}
WITH *, printed + [number IN counted WHERE NOT number IN printed] AS leadCounts
CALL (region, edition) {
  OPTIONAL MATCH (region)-[keeps:KEEPS_LEADING]->(edition)
  WITH keeps ORDER BY keeps.fact
  RETURN collect(DISTINCT keeps.period) AS periods, collect(keeps.fact) AS keptFacts
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
              first: CASE WHEN worst = 1 THEN true WHEN best > 1 OR best IS NULL AND size(lastRanks) > 0 THEN false END,
              topTen: CASE WHEN worst <= 10 THEN true
                           WHEN best > 10 OR best IS NULL AND any(lastRank IN lastRanks WHERE lastRank >= 10) THEN false END,
              leadCount: CASE WHEN size(leadCounts) = 1 THEN leadCounts[0] END, leadCounts: leadCounts, leadStated: size(printed) > 0,
              leadFacts: printedFacts + listFacts, periods: periods, keptFacts: keptFacts,
              risesFrom: risesFrom, risesTo: risesTo, riseFacts: riseFacts}) AS entries
UNWIND range(0, size(entries) - 1) AS index
WITH entries[index] AS entry, CASE WHEN index > 0 THEN entries[index - 1] END AS prior
RETURN entry.edition AS edition, entry.assessed AS assessed, entry.told AS told, entry.rank AS rank, entry.ranks AS ranks,
       entry.score AS score, entry.scores AS scores, entry.doubts AS doubts, entry.facts AS facts, entry.first AS first, entry.topTen AS topTen,
       prior.edition AS since, prior.rank - entry.rank AS up, round(entry.score - prior.score, 2) AS gained,
       entry.leadCount AS leadCount, entry.leadCounts AS leadCounts, entry.leadStated AS leadStated, entry.leadFacts AS leadFacts,
       entry.leadCount - prior.leadCount AS leadsMore, entry.periods AS periods, entry.keptFacts AS keptFacts,
       entry.risesFrom AS risesFrom, entry.risesTo AS risesTo, entry.riseFacts AS riseFacts
ORDER BY edition
