// Where do the sources disagree?
// 各来源在哪些地方说法不一?
// Rows: one a matter, by edition, kind, level and what it is about. All readings stand side by side in the data and an answer
// takes no side, so each is a known conflict. Different facts with the same reading are no disagreement, nor is a reading
// that one source has and another leaves out. The facts are in the order of the readings.
CALL () {
  MATCH (fact:Fact)
  OPTIONAL MATCH (:Edition {year: fact.edition})-[bounds:GRADES {fact: fact.id}]->(:Tier)
  UNWIND CASE
    WHEN fact.kind IN ['TITLE', 'PUBLISHED_ON', 'ASSESSOR', 'COMMISSIONER'] THEN [['', fact.text]]
    WHEN fact.kind = 'ASSESSES' THEN [['name', fact.text]]
    WHEN fact.kind IN ['EVALUATED_YEAR', 'LEADS_COUNT', 'MEAN', 'ABOVE_MEAN_CHANGE', 'OBJECTS'] THEN [['', fact.value]]
    WHEN fact.kind IN ['COUNTS', 'COUNTS_FROM', 'ABOVE_MEAN'] THEN [['count', fact.value], ['share', toFloat(replace(fact.text, '%', ''))]]
    WHEN fact.kind = 'SCORED' THEN [['rank', fact.rank], ['score', fact.value]]
    WHEN fact.kind = 'RANKED' THEN [['rank', fact.rank]]
    WHEN fact.kind = 'GRADES' THEN [['lower bound', bounds.above], ['upper bound', bounds.upTo]]
    ELSE [] END AS reading
  WITH fact, reading[0] AS aspect, reading[1] AS value
  WHERE value IS NOT NULL
  OPTIONAL MATCH (fact)-[about:ABOUT]->(subject:Region|Dimension|Tier)
  WITH fact, aspect, value, about, subject ORDER BY about.role DESC
  WITH fact, aspect, value, collect(subject) AS subjects
  WITH fact, aspect, value, subjects ORDER BY value, fact.id
  WITH fact.edition AS edition, fact.kind AS kind, fact.level AS level, aspect, subjects,
       collect(DISTINCT toString(value)) AS readings, collect(DISTINCT fact.id) AS facts
  WHERE size(readings) > 1
  RETURN edition, kind, level, subjects, aspect, readings, facts
  UNION ALL
  // A rank against «top three».
  MATCH (exact:Fact {kind: 'RANKED'})-[:ABOUT {role: 'region'}]->(region:Region)<-[:ABOUT {role: 'region'}]-(loose:Fact {kind: 'RANKED', edition: exact.edition})
  MATCH (exact)-[:ABOUT]->(dimension:Dimension)<-[:ABOUT]-(loose)
  WHERE exact.rank > loose.atMost
  WITH exact, region, dimension, loose ORDER BY exact.id, loose.id
  RETURN exact.edition AS edition, 'RANKED' AS kind, exact.level AS level, [region, dimension] AS subjects, 'rank' AS aspect,
         ['at most ' + loose.atMost, toString(exact.rank)] AS readings, [loose.id, exact.id] AS facts
  UNION ALL
  // A region in two tiers, stated or as an end of a rise from this edition or to it.
  MATCH (fact:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.kind IN ['IN_TIER', 'ROSE']
  MATCH (fact)-[about:ABOUT]->(tier:Tier)
  WITH CASE about.role WHEN 'from' THEN fact.edition - 1 ELSE fact.edition END AS edition, fact, region, tier ORDER BY tier.order, fact.id
  WITH edition, region, collect(DISTINCT tier.name) AS readings, collect(DISTINCT fact.id) AS facts
  WHERE size(readings) > 1
  RETURN edition, 'IN_TIER' AS kind, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level, [region] AS subjects,
         'tier' AS aspect, readings, facts
  UNION ALL
  // A complete list against a region that only another source names.
  MATCH (list:Fact {closed: true})
  WHERE list.kind IN ['LEADS_LIST', 'IN_TIER_LIST', 'ROSE_LIST', 'KEEPS_LEADING_LIST']
  MATCH (member:Fact {kind: replace(list.kind, '_LIST', ''), edition: list.edition, level: list.level})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE NOT EXISTS { MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier)
                     WHERE NOT EXISTS { (member)-[:ABOUT {role: about.role}]->(subject) } }
  WITH list, region, member, EXISTS { (list)-[:CITED_FROM]->(:Source)<-[:CITED_FROM]-(member) } AS own ORDER BY region.order, member.id
  WITH list, region, any(one IN collect(own) WHERE one) AS listed, collect(DISTINCT member.id) AS members
  WHERE NOT listed
  RETURN list.edition AS edition, list.kind AS kind, list.level AS level,
         [region] + COLLECT { MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier) RETURN subject ORDER BY about.role } AS subjects,
         'in the list' AS aspect, ['no', 'yes'] AS readings, [list.id] + members AS facts
}
WITH edition, kind, level, aspect, readings, facts, [one IN subjects WHERE one:Region | one.code] AS regions,
     reduce(all = '', one IN subjects | all + ' ' + one.name) AS about
RETURN 'WARNING' AS severity, true AS known,
       edition + about + ', ' + CASE aspect WHEN '' THEN replace(toLower(kind), '_', ' ') ELSE aspect END + ': '
         + reduce(all = readings[0], one IN tail(readings) | all + ' / ' + one) AS message,
       kind, level, facts, [edition] AS editions, regions, [] AS sources
ORDER BY edition, kind, level DESC, about, aspect, message
