// How did a region fare in each dimension over the editions: did it lead, and which rank did it have?
// 某地区历年在各分项指数上是否领先、排名第几?
// Parameters: of the code of a region.
// Rows: one a dimension and edition that has a list of leaders for it or a rank of the region in it, the earliest edition
// first, dimensions in the report's order. leads is null where the edition has no list, or an open one that does not name
// the region; position is a place in a list of administrative order, no rank. rank is null where none is printed or sources
// disagree (ranks hold every reading); atMost is the worst rank that words such as «top three» allow. up is by how many
// ranks it stands better than in the edition loaded before, since. assessed is how many dimensions the edition assesses, 0
// where no source says, listed whether it has a list of leaders for this one.
:param of => '440300';
MATCH (region:Region {code: $of})
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
MATCH (edition:Edition) MATCH (led:Dimension)
WITH region, level, led, edition.year AS year, COUNT { MATCH (edition)-[:ASSESSES]->(one:Dimension) RETURN DISTINCT one } AS assessed
CALL (region, led, year) {
  OPTIONAL MATCH (region)-[ranked:RANKED {edition: year}]->(led)
  OPTIONAL MATCH (said:Fact {id: ranked.fact})
  WITH ranked, said ORDER BY said.id
  RETURN collect(DISTINCT ranked.rank) AS ranks, min(ranked.rank) AS best, max(ranked.rank) AS worst, min(ranked.atMost) AS bound,
         collect(DISTINCT said.doubt) AS doubts, collect(said.id) AS facts
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
                   leads: CASE WHEN position IS NOT NULL THEN true WHEN true IN lists THEN false END}) AS way
UNWIND range(0, size(way) - 1) AS at
WITH led, way[at] AS one, CASE WHEN at > 0 THEN way[at - 1] END AS prior
WHERE one.listed OR size(one.facts) > 0
RETURN one.edition AS edition, led.key AS dimension, led.name AS name, one.assessed AS assessed, one.listed AS listed,
       one.leads AS leads, one.position AS position, one.leadFacts AS leadFacts, one.rank AS rank, one.ranks AS ranks,
       CASE WHEN one.rank IS NULL THEN one.bound END AS atMost, one.doubts AS doubts, one.facts AS facts, prior.edition AS since,
       prior.rank - one.rank AS up
ORDER BY edition, led.order
