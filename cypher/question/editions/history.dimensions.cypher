// In which editions did a region lead in each dimension, and which ranks did it have?
// 某地区历年在各分项指数上是否领先、排名第几？
// Parameters: of is the code of a region.
// Rows: one row per dimension and edition, if the edition has a list of leading regions of the dimension or a rank of the
// region in it; the earliest edition first, dimensions in the report's order. leads is null if the edition has no list, or an
// open-ended list that does not name the region. position is a list position in administrative order, not a rank. rank is
// null if none is printed or sources disagree (ranks has every reading). atMost is the worst rank that words such as “top
// three” allow. up is the number of ranks gained since the previous loaded edition (since). assessed is the number of
// dimensions that the edition assesses, 0 if no source states it. listed is whether it has a list for this dimension.
:param of => '440300';
MATCH (region:Region {code: $of})
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
MATCH (edition:Edition) MATCH (led:Dimension)
WITH region, level, led, edition.year AS year, COUNT { MATCH (edition)-[:ASSESSES]->(dimension:Dimension) RETURN DISTINCT dimension } AS assessed
CALL (region, led, year) {
  OPTIONAL MATCH (region)-[ranked:RANKED {edition: year}]->(led)
  OPTIONAL MATCH (fact:Fact {id: ranked.fact})
  WITH ranked, fact ORDER BY fact.id
  RETURN collect(DISTINCT ranked.rank) AS ranks, min(ranked.rank) AS best, max(ranked.rank) AS worst, min(ranked.atMost) AS bound,
         collect(DISTINCT fact.doubt) AS doubts, collect(fact.id) AS facts
}
CALL (region, led, year) {
  OPTIONAL MATCH (region)-[lead:LEADS {edition: year}]->(led)
  WITH lead ORDER BY lead.fact
  RETURN collect(lead.position)[0] AS position, collect(lead.fact) AS leadFacts
}
WITH *, CASE WHEN best = worst AND best <= coalesce(bound, best) THEN best END AS rank,
     COLLECT { MATCH (list:Fact {kind: 'LEADS_LIST', level: level, edition: year})-[:ABOUT {role: 'dimension'}]->(led)
               RETURN list.closed } AS lists
ORDER BY year
WITH led, collect({edition: year, assessed: assessed, rank: rank, ranks: ranks, bound: bound, doubts: doubts, facts: facts,
                   listed: size(lists) > 0, position: position, leadFacts: leadFacts,
                   leads: CASE WHEN position IS NOT NULL THEN true WHEN true IN lists THEN false END}) AS entries
UNWIND range(0, size(entries) - 1) AS index
WITH led, entries[index] AS entry, CASE WHEN index > 0 THEN entries[index - 1] END AS prior
WHERE entry.listed OR size(entry.facts) > 0
RETURN entry.edition AS edition, led.key AS dimension, led.name AS name, entry.assessed AS assessed, entry.listed AS listed,
       entry.leads AS leads, entry.position AS position, entry.leadFacts AS leadFacts, entry.rank AS rank, entry.ranks AS ranks,
       CASE WHEN entry.rank IS NULL THEN entry.bound END AS atMost, entry.doubts AS doubts, entry.facts AS facts, prior.edition AS since,
       prior.rank - entry.rank AS up
ORDER BY edition, led.order
