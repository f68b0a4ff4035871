// What does each of some regions lead in, in an edition, and what are its rank, score, rise and consistent leadership?
// 若干地区在某一年度的领先情况、排名、得分、组别上升和持续领先如何？
// Parameters: regions, codes of regions of either level; edition, a year.
// Rows: one row per region, provincial-level units first, then in administrative order. dimensions are the dimensions that the
// region leads in, null if the edition has no lists of leading regions of its level, or (listed) only open lists that do not
// name it. complete is true if the edition has a complete list for every dimension, so the region leads in no other dimension.
// leads has one entry per such dimension. rank and score are null if none is printed or sources disagree; readings have the
// rank, score and doubt of every fact. Ranks of different levels are not comparable. region.tier returns the tier.
:param regions => ['440100', '420100', '370200'];
:param edition => 2022;
MATCH (edition:Edition {year: $edition})
MATCH (region:Region) WHERE region.code IN $regions
CALL (region, edition) {
  OPTIONAL MATCH (list:List {kind: 'LEADS_LIST', level: region.level, edition: $edition})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
  WITH edition, led, any(isClosed IN collect(list.closed) WHERE isClosed) AS closed
  WITH edition, count(led) AS lists, collect(closed) AS closed
  RETURN lists > 0 AS listed, any(isClosed IN closed WHERE isClosed) AS anyClosed,
         lists > 0 AND all(isClosed IN closed WHERE isClosed) AND lists = COUNT { (edition)-[:ASSESSES]->(:Dimension) } AS complete
}
CALL (region) {
  OPTIONAL MATCH (region)-[lead:LEADS {edition: $edition}]->(led:Dimension)
  WITH lead, led ORDER BY led.order
  RETURN collect(led.key) AS dimensions, collect(lead {.dimension, .position, .facts}) AS leads
}
OPTIONAL MATCH (region)-[scored:SCORED]->(edition)
OPTIONAL MATCH (region)-[rose:ROSE {edition: $edition}]->(reached:Tier)
OPTIONAL MATCH (region)-[keeps:KEEPS_LEADING]->(edition)
RETURN region.code AS code, region.name AS name, region.level AS level,
       coalesce(region.level IN edition.levels, true) AS assessed,
       CASE WHEN anyClosed OR size(dimensions) > 0 THEN dimensions END AS dimensions, listed, complete, leads,
       scored.rank AS rank, scored.score AS score, coalesce(scored.facts, []) AS facts,
       COLLECT { MATCH (fact:Fact) WHERE fact.id IN scored.facts RETURN fact {.rank, .value, .doubt} ORDER BY fact.id } AS readings,
       rose.from AS roseFrom, reached.key AS roseTo, coalesce(rose.facts, []) AS riseFacts,
       COLLECT { MATCH (fact:Fact) WHERE fact.id IN keeps.facts
                 WITH fact ORDER BY fact.id RETURN DISTINCT fact.text } AS periods, coalesce(keeps.facts, []) AS keptFacts
ORDER BY level DESC, region.order
