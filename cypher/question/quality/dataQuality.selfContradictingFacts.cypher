// Where does a source contradict itself?
// 哪些来源自相矛盾?
// Rows: one a contradiction, by edition, level and source. Found anew from the facts: a better rank with no higher score, a
// shared rank with several scores, a complete list that skips a rank, one region in two tiers; and whatever else a fact
// states in `doubt`. known: one of the facts has a `doubt`, so the contradiction is recorded; else it is an error.
CALL () {
  MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact {kind: 'SCORED'})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.rank IS NOT NULL AND fact.value IS NOT NULL
  WITH DISTINCT source, fact, region ORDER BY fact.rank, fact.value DESC, region.order
  WITH source, fact.edition AS edition, fact.level AS level,
       collect({rank: fact.rank, score: fact.value, id: fact.id, name: region.name, code: region.code, doubt: fact.doubt}) AS scored
  UNWIND scored AS better
  WITH *, [one IN scored WHERE one.rank > better.rank][0].rank AS next
  UNWIND [one IN scored WHERE one.rank = next AND one.score >= better.score] AS worse
  WITH source, edition, level, better.rank AS rank, next, collect(DISTINCT better) AS betters, collect(DISTINCT worse) AS worses
  RETURN source, edition, level, 'SCORED' AS kind, betters + worses AS involved,
         reduce(all = '', one IN betters | all + one.name + ' (' + one.score + ') ') + 'at rank ' + rank + ' before '
           + reduce(all = '', one IN worses | all + one.name + ' (' + one.score + ') ') + 'at rank ' + next AS found
  UNION ALL
  MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact {kind: 'SCORED'})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.rank IS NOT NULL AND fact.value IS NOT NULL
  WITH DISTINCT source, fact, region ORDER BY region.order, fact.id
  WITH source, fact.edition AS edition, fact.level AS level, fact.rank AS rank, collect(DISTINCT fact.value) AS scores,
       collect({score: fact.value, id: fact.id, name: region.name, code: region.code, doubt: fact.doubt}) AS involved
  WHERE size(scores) > 1
  RETURN source, edition, level, 'SCORED' AS kind, involved,
         reduce(all = '', one IN involved | all + one.name + ' (' + one.score + ') ') + 'share rank ' + rank AS found
  UNION ALL
  MATCH (source:Source)<-[:CITED_FROM]-(list:Fact {kind: 'SCORED_LIST', closed: true, order: 'RANK'})
  MATCH (source)<-[:CITED_FROM]-(fact:Fact {kind: 'SCORED', edition: list.edition, level: list.level})
  WITH source, list, collect(DISTINCT fact.rank) AS ranks, max(fact.rank) AS last
  WITH source, list, [rank IN range(1, last) WHERE NOT rank IN ranks] AS skipped
  WHERE size(skipped) > 0
  RETURN source, list.edition AS edition, list.level AS level, list.kind AS kind, [{id: list.id, doubt: list.doubt}] AS involved,
         'nobody at rank' + reduce(all = '', rank IN skipped | all + ' ' + rank) AS found
  UNION ALL
  MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.kind IN ['IN_TIER', 'ROSE']
  MATCH (fact)-[about:ABOUT]->(tier:Tier)
  WITH DISTINCT source, region, CASE about.role WHEN 'from' THEN fact.edition - 1 ELSE fact.edition END AS edition, tier, fact
  ORDER BY tier.order, fact.id
  WITH source, region, edition, collect(DISTINCT tier.name) AS tiers, collect({id: fact.id, code: region.code, doubt: fact.doubt}) AS involved
  WHERE size(tiers) > 1
  RETURN source, edition, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level, 'IN_TIER' AS kind, involved,
         region.name + reduce(all = ' in', tier IN tiers | all + ' ' + tier) AS found
}
WITH collect({source: source.id, edition: edition, level: level, kind: kind, involved: involved, found: found}) AS found
// What a fact doubts and none of these found.
OPTIONAL MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact)
WHERE fact.doubt IS NOT NULL AND none(one IN found WHERE fact.id IN [other IN one.involved | other.id])
OPTIONAL MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region)
WITH found, fact, region.code AS code, min(source.id) AS source
WITH found, collect(CASE WHEN fact IS NOT NULL THEN {source: source, edition: fact.edition, level: fact.level, kind: fact.kind,
                    found: fact.id, involved: [{id: fact.id, code: code, doubt: fact.doubt}]} END) AS doubted
UNWIND found + doubted AS one
WITH one, [other IN one.involved WHERE other.doubt IS NOT NULL | other.doubt] AS doubts
RETURN CASE WHEN size(doubts) > 0 THEN 'WARNING' ELSE 'ERROR' END AS severity, size(doubts) > 0 AS known,
       one.source + ' on ' + one.edition + ': ' + one.found
         + CASE WHEN size(doubts) > 0 THEN reduce(all = '. Recorded:', doubt IN doubts | all + ' ' + doubt) ELSE '' END AS message,
       one.kind AS kind, one.level AS level, [other IN one.involved | other.id] AS facts, [one.edition] AS editions,
       reduce(all = [], other IN one.involved | CASE WHEN other.code IS NULL OR other.code IN all THEN all ELSE all + other.code END) AS regions, [one.source] AS sources
ORDER BY one.edition, level DESC, one.source, message
