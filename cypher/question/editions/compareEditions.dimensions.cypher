// How did the leadership and the printed rank of each region in each dimension change from one edition to a later one?
// 从某一年度到另一年度，各地区在各分项指数上的领先情况和排名有何变化？
// Parameters: level PROVINCE or CITY; from and to are years of editions, the earlier first.
// Rows: one row per region, measure and dimension, regions in administrative order. measure is LEADS for the list of leading
// regions of the dimension, DIMENSION_RANK for the rank in it. kind is ENTERED, LEFT, STAYED or STAYED_OUT for lists; ROSE,
// FELL or STAYED for ranks, also if it follows from words such as “top three”. kind is NOT_STATED if no source states it or a
// list is open-ended, NOT_COMPARABLE if an edition does not assess the level or the dimension or has no list for it. fromGap
// and toGap say why no single value is known. difference is in ranks, positive for better.
:param level => 'CITY';
:param from => 2020;
:param to => 2021;
OPTIONAL MATCH (start:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH min(start.edition) AS firstAssessed
MATCH (led:Dimension)
UNWIND [$from, $to] AS year
WITH led, year, coalesce(year >= firstAssessed, true) AS assessed,
     EXISTS { (:Edition {year: year})-[:ASSESSES]->(led) } OR NOT EXISTS { (:Edition {year: year})-[:ASSESSES]->(:Dimension) } AS includes,
     COLLECT { MATCH (list:Fact {kind: 'LEADS_LIST', level: $level, edition: year})-[:ABOUT {role: 'dimension'}]->(led)
               RETURN {closed: list.closed, fact: list.id} ORDER BY list.id } AS lists
MATCH (region:Region) WHERE (region:City) = ($level = 'CITY')
CALL (region, led, year, lists) {
  OPTIONAL MATCH (region)-[lead:LEADS {edition: year}]->(led)
  WITH lists, lead ORDER BY lead.fact
  WITH collect(lead.fact) AS facts, [list IN lists WHERE list.closed | list.fact] AS closed
  RETURN {measure: 'LEADS', named: CASE WHEN size(facts) > 0 THEN true WHEN size(closed) > 0 THEN false END,
          readings: [], doubts: [], facts: CASE WHEN size(facts) > 0 THEN facts ELSE closed END} AS lead
}
CALL (region, led, year) {
  OPTIONAL MATCH (region)-[ranked:RANKED {edition: year}]->(led)
  OPTIONAL MATCH (fact:Fact {id: ranked.fact})
  WITH ranked, fact ORDER BY fact.id
  WITH collect(DISTINCT ranked.rank) AS ranks, min(ranked.rank) AS best, max(ranked.rank) AS worst, min(ranked.atMost) AS bound,
       collect(DISTINCT fact.doubt) AS doubts, collect(fact.id) AS facts
  WITH *, CASE WHEN best = worst AND best <= coalesce(bound, best) THEN best END AS rank
  RETURN {measure: 'DIMENSION_RANK', rank: rank, atMost: CASE WHEN rank IS NULL THEN bound END,
          best: CASE WHEN rank IS NULL AND best IS NULL AND bound IS NOT NULL THEN 1 ELSE rank END,
          worst: CASE WHEN rank IS NULL AND best IS NULL THEN bound ELSE rank END, readings: ranks, doubts: doubts, facts: facts} AS rank
}
UNWIND [lead, rank] AS value
WITH region, led, year, value, CASE WHEN NOT assessed THEN 'NOT_ASSESSED' WHEN NOT includes THEN 'DIMENSION_NOT_ASSESSED'
       WHEN value.measure = 'LEADS' AND size(lists) = 0 THEN 'NO_LISTS' WHEN coalesce(value.rank, value.named) IS NOT NULL THEN null
       WHEN size(value.readings) > 0 THEN 'DISPUTED' WHEN value.atMost IS NOT NULL THEN 'AT_MOST'
       WHEN value.measure = 'LEADS' THEN 'OPEN_LIST' ELSE 'NOT_STATED' END AS gap ORDER BY year
WITH region, led, value.measure AS measure, collect(value {.*, gap: gap}) AS sides
WITH region, led, measure, sides[0] AS a, sides[1] AS b, ['NOT_ASSESSED', 'DIMENSION_NOT_ASSESSED', 'NO_LISTS'] AS incomparable
RETURN region.code AS code, region.name AS name, measure, led.key AS dimension,
       CASE WHEN a.gap IN incomparable OR b.gap IN incomparable THEN 'NOT_COMPARABLE'
            WHEN a.named AND b.named THEN 'STAYED' WHEN a.named AND NOT b.named THEN 'LEFT'
            WHEN NOT a.named AND b.named THEN 'ENTERED' WHEN NOT a.named AND NOT b.named THEN 'STAYED_OUT'
            WHEN b.worst < a.best THEN 'ROSE' WHEN b.best > a.worst THEN 'FELL' WHEN b.rank = a.rank THEN 'STAYED'
            ELSE 'NOT_STATED' END AS kind, toFloat(a.rank - b.rank) AS difference,
       a.gap AS fromGap, a.rank AS fromRank, a.atMost AS fromAtMost, null AS fromScore, a.named AS fromNamed, null AS fromTier,
       a.readings AS fromReadings, a.doubts AS fromDoubts, a.facts AS fromFacts,
       b.gap AS toGap, b.rank AS toRank, b.atMost AS toAtMost, null AS toScore, b.named AS toNamed, null AS toTier,
       b.readings AS toReadings, b.doubts AS toDoubts, b.facts AS toFacts
ORDER BY region.order, measure DESC, led.order
