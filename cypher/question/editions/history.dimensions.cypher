// In which editions did a region lead in each dimension, and which ranks did it have?
// 某地区历年在各分项指数上是否领先、排名第几？
// Parameters: of is the code of a region.
// Rows: one row per dimension and edition, if the edition has a list of leading regions of the dimension or a rank of the
// region in it; the earliest edition first, dimensions in the report's order. leads is null if the edition has no list, or an
// open-ended list that does not name the region. position is a list position in administrative order, not a rank. rank is
// null if none is printed or sources disagree; readings have the rank, score and doubt of every fact. atMost is the worst rank that words such as “top
// three” allow. up is the number of ranks gained since the previous loaded edition (since). assessed is the number of
// dimensions that the edition assesses, 0 if no source states it. listed is whether it has a list for this dimension.
:param of => '440300';
MATCH (region:Region {code: $of})
MATCH (edition:Edition)
MATCH (led:Dimension)
OPTIONAL MATCH (region)-[ranked:RANKED {edition: edition.year}]->(led)
OPTIONAL MATCH (region)-[lead:LEADS {edition: edition.year}]->(led)
WITH region, led, edition, ranked, lead,
     COLLECT { MATCH (list:List {kind: 'LEADS_LIST', level: region.level, edition: edition.year})-[:ABOUT {role: 'dimension'}]->(led)
               RETURN list.closed } AS lists ORDER BY edition.year
WITH led, collect({edition: edition.year, assessed: COUNT { (edition)-[:ASSESSES]->(:Dimension) }, listed: size(lists) > 0,
                   leads: CASE WHEN lead IS NOT NULL THEN true WHEN true IN lists THEN false END, position: lead.position,
                   leadFacts: coalesce(lead.facts, []), ranked: ranked, rank: ranked.rank}) AS entries
UNWIND range(0, size(entries) - 1) AS index
WITH led, entries[index] AS entry, entries[index].ranked AS ranked, CASE WHEN index > 0 THEN entries[index - 1] END AS prior
WHERE entry.listed OR ranked IS NOT NULL
RETURN entry.edition AS edition, led.key AS dimension, led.name AS name, entry.assessed AS assessed, entry.listed AS listed,
       entry.leads AS leads, entry.position AS position, entry.leadFacts AS leadFacts, ranked.rank AS rank, ranked.score AS score,
       ranked.atMost AS atMost, COLLECT { MATCH (fact:Fact) WHERE fact.id IN ranked.facts RETURN fact {.rank, .value, .doubt} ORDER BY fact.id } AS readings,
       coalesce(ranked.facts, []) AS facts, prior.edition AS since, prior.rank - ranked.rank AS up
ORDER BY edition, led.order
