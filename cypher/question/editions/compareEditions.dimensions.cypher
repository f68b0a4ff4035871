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
MATCH (led:Dimension)
UNWIND [$from, $to] AS year
MATCH (edition:Edition {year: year})
WITH led, year, coalesce($level IN edition.levels, true) AS assessed,
     EXISTS { (edition)-[:ASSESSES]->(led) } OR NOT EXISTS { (edition)-[:ASSESSES]->(:Dimension) } AS includes,
     COLLECT { MATCH (list:List {kind: 'LEADS_LIST', level: $level, edition: year})-[:ABOUT {role: 'dimension'}]->(led)
               RETURN {closed: list.closed, fact: list.id} ORDER BY list.id } AS lists
MATCH (region:Region {level: $level})
OPTIONAL MATCH (region)-[leads:LEADS {edition: year}]->(led)
OPTIONAL MATCH (region)-[ranked:RANKED {edition: year}]->(led)
WITH *, [list IN lists WHERE list.closed | list.fact] AS closed, COLLECT { MATCH (fact:Fact) WHERE fact.id IN ranked.facts RETURN fact ORDER BY fact.id } AS proof
WITH *, {measure: 'LEADS', named: CASE WHEN leads IS NOT NULL THEN true WHEN size(closed) > 0 THEN false END, readings: [], doubts: [],
         facts: CASE WHEN leads IS NOT NULL THEN leads.facts ELSE closed END} AS lead,
     {measure: 'DIMENSION_RANK', rank: ranked.rank, atMost: ranked.atMost,
      best: CASE WHEN ranked.atMost IS NOT NULL AND NOT ranked.disputed THEN 1 ELSE ranked.rank END,
      worst: CASE WHEN ranked.atMost IS NOT NULL AND NOT ranked.disputed THEN ranked.atMost ELSE ranked.rank END,
      readings: reduce(all = [], one IN [fact IN proof WHERE fact.rank IS NOT NULL | fact.rank] | CASE WHEN one IN all THEN all ELSE all + one END), doubts: reduce(all = [], one IN [fact IN proof WHERE fact.doubt IS NOT NULL | fact.doubt] | CASE WHEN one IN all THEN all ELSE all + one END),
      facts: coalesce(ranked.facts, [])} AS rank
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
       a.gap AS fromGap, a.rank AS fromRank, a.atMost AS fromAtMost, null AS fromAtLeast, null AS fromScore, a.named AS fromNamed, null AS fromTier,
       a.readings AS fromReadings, a.doubts AS fromDoubts, a.facts AS fromFacts,
       b.gap AS toGap, b.rank AS toRank, b.atMost AS toAtMost, null AS toAtLeast, null AS toScore, b.named AS toNamed, null AS toTier,
       b.readings AS toReadings, b.doubts AS toDoubts, b.facts AS toFacts
ORDER BY region.order, measure DESC, led.order
