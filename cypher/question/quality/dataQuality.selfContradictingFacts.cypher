// Where does a source contradict itself?
// 哪些来源自相矛盾？
// Rows: one row per contradiction, by edition, level and source. The file finds these contradictions: a better rank without a
// higher score, a shared rank with different scores, a complete list that skips a rank, a region in two tiers. It also returns
// every other fact with a `doubt`. known is true if one of the facts has a `doubt`; other contradictions are errors.
CALL () {
  MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact {kind: 'SCORED'})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.rank IS NOT NULL AND fact.value IS NOT NULL
  WITH DISTINCT source, fact, region ORDER BY fact.rank, fact.value DESC, region.order
  WITH source, fact.edition AS edition, fact.level AS level,
       collect({rank: fact.rank, score: fact.value, id: fact.id, label: region.nameEn + ' (' + region.name + ') ' + CASE WHEN fact.value = floor(fact.value) THEN toString(toInteger(fact.value)) ELSE toString(fact.value) END,
                code: region.code, doubt: fact.doubt}) AS scored
  UNWIND scored AS better
  WITH *, [candidate IN scored WHERE candidate.rank > better.rank][0].rank AS next
  UNWIND [candidate IN scored WHERE candidate.rank = next AND candidate.score >= better.score] AS worse
  WITH source, edition, level, better.rank AS rank, next, collect(DISTINCT better) AS betters, collect(DISTINCT worse) AS worses
  RETURN source, edition, level, 'SCORED' AS kind, betters + worses AS involved,
         reduce(all = betters[0].label, member IN tail(betters) | all + ', ' + member.label) + ' at rank ' + rank + ' before '
           + reduce(all = worses[0].label, member IN tail(worses) | all + ', ' + member.label) + ' at rank ' + next AS found
  UNION ALL
  MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact {kind: 'SCORED'})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.rank IS NOT NULL AND fact.value IS NOT NULL
  WITH DISTINCT source, fact, region ORDER BY region.order, fact.id
  WITH source, fact.edition AS edition, fact.level AS level, fact.rank AS rank, collect(DISTINCT fact.value) AS scores,
       collect({score: fact.value, id: fact.id, label: region.nameEn + ' (' + region.name + ') ' + CASE WHEN fact.value = floor(fact.value) THEN toString(toInteger(fact.value)) ELSE toString(fact.value) END,
                code: region.code, doubt: fact.doubt}) AS involved
  WHERE size(scores) > 1
  RETURN source, edition, level, 'SCORED' AS kind, involved,
         reduce(all = involved[0].label, member IN tail(involved) | all + ', ' + member.label) + ' share rank ' + rank AS found
  UNION ALL
  MATCH (source:Source)<-[:CITED_FROM]-(list:Fact {kind: 'SCORED_LIST', closed: true, order: 'RANK'})
  MATCH (source)<-[:CITED_FROM]-(fact:Fact {kind: 'SCORED', edition: list.edition, level: list.level})
  WITH source, list, collect(DISTINCT fact.rank) AS ranks, max(fact.rank) AS last
  WITH source, list, [rank IN range(1, last) WHERE NOT rank IN ranks] AS skipped
  WHERE size(skipped) > 0
  RETURN source, list.edition AS edition, list.level AS level, list.kind AS kind, [{id: list.id, doubt: list.doubt}] AS involved,
         'no region at rank ' + reduce(all = toString(skipped[0]), rank IN tail(skipped) | all + ', ' + rank) AS found
  UNION ALL
  MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.kind IN ['IN_TIER', 'ROSE']
  MATCH (fact)-[about:ABOUT]->(tier:Tier)
  WITH DISTINCT source, region, CASE about.role WHEN 'from' THEN fact.edition - 1 ELSE fact.edition END AS edition, tier, fact
  ORDER BY tier.order, fact.id
  WITH source, region, edition, collect(DISTINCT tier.nameEn + ' (' + tier.name + ')') AS tiers, collect({id: fact.id, code: region.code, doubt: fact.doubt}) AS involved
  WHERE size(tiers) > 1
  RETURN source, edition, region.level AS level, 'IN_TIER' AS kind, involved,
         region.nameEn + ' (' + region.name + ') in ' + reduce(all = tiers[0], tier IN tail(tiers) | all + ' and ' + tier) AS found
}
WITH collect({source: source.id, edition: edition, level: level, kind: kind, involved: involved, found: found}) AS found
// Facts with a doubt that are not part of these contradictions.
OPTIONAL MATCH (source:Source)<-[:CITED_FROM]-(fact:Fact)
WHERE fact.doubt IS NOT NULL AND none(contradiction IN found WHERE fact.id IN [member IN contradiction.involved | member.id])
OPTIONAL MATCH (fact)-[:ABOUT {role: 'region'}]->(region:Region)
WITH found, fact, region.code AS code, min(source.id) AS source
WITH found, collect(CASE WHEN fact IS NOT NULL THEN {source: source, edition: fact.edition, level: fact.level, kind: fact.kind,
                    found: fact.id, involved: [{id: fact.id, code: code, doubt: fact.doubt}]} END) AS doubted
UNWIND found + doubted AS contradiction
WITH contradiction, [member IN contradiction.involved WHERE member.doubt IS NOT NULL | member.doubt] AS doubts
RETURN CASE WHEN size(doubts) > 0 THEN 'WARNING' ELSE 'ERROR' END AS severity, size(doubts) > 0 AS known,
       contradiction.source + ', ' + contradiction.edition + ' edition: ' + contradiction.found
         + CASE WHEN size(doubts) > 0 THEN reduce(all = '. Recorded doubt:', doubt IN doubts | all + ' ' + doubt) ELSE '' END AS message,
       contradiction.kind AS kind, contradiction.level AS level, [member IN contradiction.involved | member.id] AS facts,
       [contradiction.edition] AS editions,
       reduce(all = [], member IN contradiction.involved |
         CASE WHEN member.code IS NULL OR member.code IN all THEN all ELSE all + member.code END) AS regions,
       [contradiction.source] AS sources
ORDER BY contradiction.edition, level DESC, contradiction.source, message
