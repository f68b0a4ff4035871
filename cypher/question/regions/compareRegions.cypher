// What does each of some regions lead in, in an edition, and what are its rank, score, rise and consistent leadership?
// 若干地区在某一年度的领先情况、排名、得分、组别上升和持续领先如何？
// Parameters: regions, codes of regions of either level; edition, null for the latest edition with leading regions, ranks,
// tiers or rises of their levels, or else the latest edition.
// Rows: one row per region, provincial-level units first, then in administrative order. dimensions are the dimensions that the
// region leads in, null if the edition has no lists of leading regions of its level, or (listed) only open lists that do not
// name it. complete is true if the edition has a complete list for every dimension, so the region leads in no other dimension.
// led, positions and facts have one entry per fact. rank and score are null if none is printed or sources disagree; ranks and
// scores have every reading. Ranks of different levels are not comparable. region.tier returns the tier.
:param regions => ['440100', '420100', '370200'];
:param edition => null;
MATCH (region:Region) WHERE region.code IN $regions
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
WITH collect(region) AS regions, collect(DISTINCT level) AS levels
CALL (levels) {
  OPTIONAL MATCH (fact:Fact)
  WHERE $edition IS NULL AND fact.level IN levels AND fact.kind IN ['LEADS_LIST', 'SCORED', 'COUNTS', 'IN_TIER', 'ROSE', 'KEEPS_LEADING']
  RETURN coalesce($edition, max(fact.edition), head(COLLECT { MATCH (loaded:Edition) RETURN loaded.year ORDER BY loaded.year DESC })) AS edition
}
UNWIND regions AS region
WITH region, edition, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
CALL (level, edition) {
  OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: level, edition: edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
  WITH edition, led, any(isClosed IN collect(list.closed) WHERE isClosed) AS closed
  WITH edition, count(led) AS lists, collect(closed) AS closed
  RETURN lists > 0 AS listed, any(isClosed IN closed WHERE isClosed) AS anyClosed,
         lists > 0 AND all(isClosed IN closed WHERE isClosed) AND
         lists = COUNT { MATCH (:Edition {year: edition})-[:ASSESSES]->(assessed:Dimension) RETURN DISTINCT assessed } AS complete
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[lead:LEADS {edition: edition}]->(led:Dimension)
  WITH lead, led ORDER BY led.order, lead.fact
  RETURN collect(DISTINCT led.key) AS dimensions, collect(led.key) AS led, collect(lead.position) AS positions,
         collect(lead.fact) AS leadFacts
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[scored:SCORED]->(:Edition {year: edition})
  OPTIONAL MATCH (fact:Fact {id: scored.fact})
  WITH scored, fact ORDER BY fact.id
  RETURN collect(DISTINCT scored.rank) AS ranks, collect(DISTINCT scored.score) AS scores,
         collect(DISTINCT fact.doubt) AS doubts, collect(fact.id) AS facts
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[rose:ROSE {edition: edition}]->(reached:Tier)
  WITH rose, reached ORDER BY rose.fact
  RETURN collect(rose.from) AS risesFrom, collect(reached.key) AS risesTo, collect(rose.fact) AS riseFacts
}
CALL (region, edition) {
  OPTIONAL MATCH (region)-[lead:KEEPS_LEADING]->(:Edition {year: edition})
  WITH lead ORDER BY lead.fact
  RETURN collect(DISTINCT lead.period) AS periods, collect(lead.fact) AS keptFacts
}
RETURN edition, region.code AS code, region.name AS name, level,
       NOT EXISTS { (first:Fact {kind: 'FIRST_ASSESSED', level: level}) WHERE first.edition > edition } AS assessed,
       CASE WHEN anyClosed OR size(dimensions) > 0 THEN dimensions END AS dimensions, listed, complete, led, positions, leadFacts,
       CASE WHEN size(ranks) = 1 THEN ranks[0] END AS rank, ranks, CASE WHEN size(scores) = 1 THEN scores[0] END AS score, scores,
       doubts, facts,
       risesFrom, risesTo, riseFacts, periods, keptFacts
ORDER BY level DESC, region.order
