// What is known of some regions in one edition, side by side: leads, rank, score, rise, lasting lead?
// 若干地区在某一年度的领先情况、排名、得分、组别上升和持续领先如何?
// Parameters: regions codes of regions, of either level; edition null for the latest that tells of leaders, ranks, tiers or
// rises of their levels, or the latest at all.
// Rows: one a region, provincial-level units first, then in administrative order. dimensions are those it leads in, null
// where the edition has no lists of leaders of its level, or (listed) open ones that do not name it; complete says that it
// has a whole list for every dimension, so that the region leads in no other; positions and facts belong to led, one for
// each. rank and score are null where none is printed or sources disagree (ranks and scores hold every reading); ranks of
// the two levels do not compare. The tier is told by region.tier.
:param regions => ['440100', '420100', '370200'];
:param edition => null;
MATCH (region:Region) WHERE region.code IN $regions
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
WITH collect(region) AS asked, collect(DISTINCT level) AS levels
CALL (levels) {
  OPTIONAL MATCH (any:Fact)
  WHERE $edition IS NULL AND any.level IN levels AND any.kind IN ['LEADS_LIST', 'SCORED', 'COUNTS', 'IN_TIER', 'ROSE', 'KEEPS_LEADING']
  RETURN coalesce($edition, max(any.edition), head(COLLECT { MATCH (one:Edition) RETURN one.year ORDER BY one.year DESC })) AS edition
}
UNWIND asked AS region
WITH region, edition, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
CALL (level, edition) {
  OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: level, edition: edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
  WITH edition, led, any(one IN collect(list.closed) WHERE one) AS closed
  WITH edition, count(led) AS lists, collect(closed) AS closed
  RETURN lists > 0 AS listed, any(one IN closed WHERE one) AS told, lists > 0 AND all(one IN closed WHERE one) AND
         lists = COUNT { MATCH (:Edition {year: edition})-[:ASSESSES]->(one:Dimension) RETURN DISTINCT one } AS complete
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[lead:LEADS {edition: edition}]->(led:Dimension)
  WITH lead, led ORDER BY led.order, lead.fact
  RETURN collect(DISTINCT led.key) AS dimensions, collect(led.key) AS led, collect(lead.position) AS positions,
         collect(lead.fact) AS leadFacts
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[scored:SCORED]->(:Edition {year: edition})
  OPTIONAL MATCH (said:Fact {id: scored.fact})
  WITH scored, said ORDER BY said.id
  RETURN collect(DISTINCT scored.rank) AS ranks, collect(DISTINCT scored.score) AS scores,
         collect(DISTINCT said.doubt) AS doubts, collect(said.id) AS facts
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[rose:ROSE {edition: edition}]->(reached:Tier)
  WITH rose, reached ORDER BY rose.fact
  RETURN collect(rose.from) AS risesFrom, collect(reached.key) AS risesTo, collect(rose.fact) AS riseFacts
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[kept:KEEPS_LEADING]->(:Edition {year: edition})
  WITH kept ORDER BY kept.fact
  RETURN collect(DISTINCT kept.period) AS periods, collect(kept.fact) AS keptFacts
}
RETURN edition, region.code AS code, region.name AS name, level,
       NOT EXISTS { (begun:Fact {kind: 'FIRST_ASSESSED', level: level}) WHERE begun.edition > edition } AS assessed,
       CASE WHEN told OR size(dimensions) > 0 THEN dimensions END AS dimensions, listed, complete, led, positions, leadFacts,
       CASE WHEN size(ranks) = 1 THEN ranks[0] END AS rank, ranks, CASE WHEN size(scores) = 1 THEN scores[0] END AS score, scores,
       doubts, facts,
       risesFrom, risesTo, riseFacts, periods, keptFacts
ORDER BY level DESC, region.order
