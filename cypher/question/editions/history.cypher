// What are the rank, the score and the other results of a region in each edition?
// 某地区历年排名、得分和领先情况如何？
// Parameters: of is the code of a region.
// Rows: one row per loaded edition, the earliest first, also if it states nothing about the region. assessed is false if the
// edition does not assess the region's level. told is true if any fact is about the region. rank and score are null if none is
// printed or sources disagree; readings have the rank, score and doubt of every fact. rankAtLeast is the best rank that a region
// outside a complete list can have. first and topTen are null if they are not known; a region that is not in a complete list of
// the top ten is not in the top ten. leadCount is the number of dimensions in which the region is among the leading ten, as
// printed (leadStated) or counted from complete lists (see history.dimensions). up, gained and leadsMore are the gains in ranks,
// points and dimensions since the previous loaded edition (since). For the tier see region.tier.
:param of => '440300';
MATCH (region:Region {code: $of})
MATCH (edition:Edition)
// The ranked lists that are complete from rank 1 to their last rank; isCut: regions that share the last rank can be missing.
WITH region, edition, edition.year AS year, COLLECT {
  MATCH (list:List {kind: 'SCORED_LIST', level: region.level, edition: edition.year, order: 'RANK'})<-[:ENTRY_OF]-(entry:Fact)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, entry ORDER BY entry.rank
  WITH list, collect(entry.rank) AS ranks, collect(entry.id) AS ids
  WHERE ranks[0] = 1 AND size(ranks) >= coalesce(list.printedCount, 1)
    AND all(i IN range(1, size(ranks) - 1) WHERE ranks[i] <= ranks[i - 1] + 1)
  RETURN {lastRank: ranks[-1], isCut: NOT list.closed AND coalesce(ranks[-1] = ranks[-2], false), facts: [list.id] + ids} ORDER BY list.id } AS lists
OPTIONAL MATCH (region)-[scored:SCORED]->(edition)
WITH *, COLLECT { MATCH (fact:Fact) WHERE fact.id IN scored.facts RETURN fact {.rank, .value, .doubt} ORDER BY fact.id } AS readings,
     CASE WHEN scored.rank IS NULL AND NOT coalesce(scored.disputed, false)
          THEN reduce(best = null, list IN [list IN lists WHERE NOT list.isCut AND none(id IN list.facts WHERE id IN coalesce(scored.facts, []))] |
               CASE WHEN list.lastRank > coalesce(best.lastRank, 0) THEN list ELSE best END) END AS outside
WITH *, [reading IN readings WHERE reading.rank IS NOT NULL | reading.rank] AS ranks
// The number of dimensions in which it leads: as printed, and as counted if every dimension of the edition has a complete list.
CALL (region, year) {
  OPTIONAL MATCH (fact:Fact {kind: 'LEADS_COUNT', edition: year})-[:ABOUT {role: 'region'}]->(region)
  WITH fact ORDER BY fact.id
  RETURN collect(DISTINCT toInteger(fact.value)) AS printed, collect(fact.id) AS printedFacts
}
CALL (region, edition, year) {
  OPTIONAL MATCH (list:List {kind: 'LEADS_LIST', level: region.level, edition: year, closed: true})-[:ABOUT {role: 'dimension'}]->(listed:Dimension)
  OPTIONAL MATCH (region)-[lead:LEADS {edition: year}]->(listed)
  WITH edition, list, listed, lead ORDER BY listed.order, list.id
  WITH edition, count(DISTINCT listed) AS listed, count(DISTINCT lead) AS led,
       collect(DISTINCT list.id) + reduce(all = [], ids IN collect(DISTINCT lead.facts) | all + ids) AS listFacts
  WITH led, listFacts, listed > 0 AND listed = COUNT { (edition)-[:ASSESSES]->(:Dimension) } AS complete
  RETURN CASE WHEN complete THEN [led] ELSE [] END AS counted, CASE WHEN complete THEN listFacts ELSE [] END AS listFacts
}
WITH *, printed + [number IN counted WHERE NOT number IN printed] AS leadCounts
OPTIONAL MATCH (region)-[keeps:KEEPS_LEADING]->(edition)
OPTIONAL MATCH (region)-[rose:ROSE {edition: year}]->(reached:Tier)
WITH *, COLLECT { MATCH (fact:Fact) WHERE fact.id IN keeps.facts WITH fact ORDER BY fact.id RETURN DISTINCT fact.text } AS periods,
     EXISTS { (:Fact {edition: year})-[:ABOUT {role: 'region'}]->(region) } AS told
ORDER BY year
WITH collect({edition: year, assessed: coalesce(region.level IN edition.levels, true), told: told, rank: scored.rank, score: scored.score,
              readings: readings, rankAtLeast: outside.lastRank + 1, facts: coalesce(scored.facts, []) + coalesce(outside.facts, []),
              first: CASE WHEN size(ranks) > 0 AND all(rank IN ranks WHERE rank = 1) THEN true
                          WHEN all(rank IN ranks WHERE rank > 1) AND (size(ranks) > 0 OR size(lists) > 0) THEN false END,
              topTen: CASE WHEN size(ranks) > 0 AND all(rank IN ranks WHERE rank <= 10) THEN true
                           WHEN all(rank IN ranks WHERE rank > 10) AND (size(ranks) > 0 OR any(list IN lists WHERE list.lastRank >= 10)) THEN false END,
              leadCount: CASE WHEN size(leadCounts) = 1 THEN leadCounts[0] END, leadCounts: leadCounts, leadStated: size(printed) > 0,
              leadFacts: printedFacts + listFacts, periods: periods, keptFacts: coalesce(keeps.facts, []),
              roseFrom: rose.from, roseTo: reached.key, riseFacts: coalesce(rose.facts, [])}) AS entries
UNWIND range(0, size(entries) - 1) AS index
WITH entries[index] AS entry, CASE WHEN index > 0 THEN entries[index - 1] END AS prior
RETURN entry.edition AS edition, entry.assessed AS assessed, entry.told AS told, entry.rank AS rank, entry.score AS score,
       entry.readings AS readings, entry.rankAtLeast AS rankAtLeast, entry.facts AS facts, entry.first AS first, entry.topTen AS topTen,
       prior.edition AS since, prior.rank - entry.rank AS up, round(entry.score - prior.score, 2) AS gained,
       entry.leadCount AS leadCount, entry.leadCounts AS leadCounts, entry.leadStated AS leadStated, entry.leadFacts AS leadFacts,
       entry.leadCount - prior.leadCount AS leadsMore, entry.periods AS periods, entry.keptFacts AS keptFacts,
       entry.roseFrom AS roseFrom, entry.roseTo AS roseTo, entry.riseFacts AS riseFacts
ORDER BY edition
