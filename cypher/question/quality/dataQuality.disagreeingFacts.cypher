// Where do the sources disagree?
// 各来源在哪些地方说法不一？
// Rows: one row per disagreement, by edition, kind, level and subject. The data contain all readings and an answer does not
// decide between them, so each row is a known conflict. Several facts with the same reading are not a disagreement, nor is a
// reading that only one source gives. The facts are in the order of the readings.
CALL () {
  MATCH (fact:Fact)
  UNWIND CASE
    WHEN fact.kind IN ['TITLE', 'PUBLISHED_ON', 'ASSESSOR', 'COMMISSIONER', 'LEVELS'] THEN [['', fact.text]]
    WHEN fact.kind = 'ASSESSES' THEN [['name', fact.text]]
    WHEN fact.kind IN ['EVALUATED_YEAR', 'LEADS_COUNT', 'MEAN', 'ABOVE_MEAN_CHANGE', 'OBJECTS'] THEN [['', fact.value]]
    WHEN fact.kind IN ['COUNTS', 'COUNTS_FROM', 'ABOVE_MEAN'] THEN [['count', fact.value], ['share', toFloat(replace(fact.text, '%', ''))]]
    WHEN fact.kind = 'SCORED' THEN [['rank', fact.rank], ['score', fact.value]]
    WHEN fact.kind = 'RANKED' THEN [['rank', fact.rank], ['score', fact.value]]
    WHEN fact.kind = 'GRADES' THEN [['lower bound', fact.above], ['upper bound', fact.upTo]]
    ELSE [] END AS reading
  WITH fact, reading[0] AS aspect, reading[1] AS value
  WHERE value IS NOT NULL
  OPTIONAL MATCH (fact)-[about:ABOUT]->(subject:Region|Dimension|Tier)
  WITH fact, aspect, value, about, subject ORDER BY about.role DESC
  WITH fact, aspect, value, collect(subject) AS subjects
  WITH fact, aspect, value, subjects ORDER BY value, fact.id
  WITH fact.edition AS edition, fact.kind AS kind, fact.level AS level, aspect, subjects,
       collect(DISTINCT CASE WHEN value IS :: FLOAT AND value = floor(value) THEN toString(toInteger(value)) ELSE toString(value) END) AS readings,
       collect(DISTINCT fact.id) AS facts
  WHERE size(readings) > 1
  RETURN edition, kind, level, subjects, aspect, readings, facts
  UNION ALL
  // A rank and a statement such as “top three”.
  MATCH (exact:Fact {kind: 'RANKED'})-[:ABOUT {role: 'region'}]->(region:Region)<-[:ABOUT {role: 'region'}]-(loose:Fact {kind: 'RANKED', edition: exact.edition})
  MATCH (exact)-[:ABOUT]->(dimension:Dimension)<-[:ABOUT]-(loose)
  WHERE exact.rank > loose.atMost
  WITH exact, region, dimension, loose ORDER BY exact.id, loose.id
  RETURN exact.edition AS edition, 'RANKED' AS kind, exact.level AS level, [region, dimension] AS subjects, 'rank' AS aspect,
         ['at most ' + loose.atMost, toString(exact.rank)] AS readings, [loose.id, exact.id] AS facts
  UNION ALL
  // A region in two tiers, as stated or as the start or the end of a rise.
  MATCH (fact:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE fact.kind IN ['IN_TIER', 'ROSE']
  MATCH (fact)-[about:ABOUT]->(tier:Tier)
  WITH CASE about.role WHEN 'from' THEN fact.edition - 1 ELSE fact.edition END AS edition, fact, region, tier ORDER BY tier.order, fact.id
  WITH edition, region, collect(DISTINCT tier.nameEn + ' (' + tier.name + ')') AS readings, collect(DISTINCT fact.id) AS facts
  WHERE size(readings) > 1
  RETURN edition, 'IN_TIER' AS kind, region.level AS level, [region] AS subjects,
         'tier' AS aspect, readings, facts
  UNION ALL
  // A complete list and a region that only another source names.
  MATCH (list:List {closed: true})
  WHERE list.kind IN ['LEADS_LIST', 'IN_TIER_LIST', 'ROSE_LIST', 'KEEPS_LEADING_LIST', 'NAMED_FOR_LIST', 'SCORED_LIST']
  MATCH (member:Fact {kind: replace(list.kind, '_LIST', ''), edition: list.edition, level: list.level})-[:ABOUT {role: 'region'}]->(region:Region)
  WHERE NOT EXISTS { MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier)
                     WHERE NOT EXISTS { (member)-[:ABOUT {role: about.role}]->(subject) } }
  WITH list, region, member, EXISTS { (list)-[:CITED_FROM]->(:Source)<-[:CITED_FROM]-(member) } AS sameSource ORDER BY region.order, member.id
  WITH list, region, any(same IN collect(sameSource) WHERE same) AS listed, collect(DISTINCT member.id) AS members
  WHERE NOT listed
  RETURN list.edition AS edition, list.kind AS kind, list.level AS level,
         [region] + COLLECT { MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier) RETURN subject ORDER BY about.role } AS subjects,
         'in the list' AS aspect, ['no', 'yes'] AS readings, [list.id] + members AS facts
}
WITH edition, kind, level, aspect, readings, facts, [subject IN subjects WHERE subject:Region | subject.code] AS regions,
     reduce(all = '', subject IN subjects | all + ' ' + subject.name) AS about,
     reduce(all = '', subject IN subjects | all + ' ' + subject.nameEn + ' (' + subject.name + ')') AS label
RETURN 'WARNING' AS severity, true AS known,
       edition + label + ', ' + CASE aspect WHEN '' THEN replace(toLower(kind), '_', ' ') ELSE aspect END + ': '
         + reduce(all = readings[0], reading IN tail(readings) | all + ' / ' + reading) AS message,
       kind, level, facts, [edition] AS editions, regions, [] AS sources
ORDER BY edition, kind, level DESC, about, aspect, message
