// Which relationships are not what the fact they name says?
// 哪些关系没有相应的事实支持?
// Rows: one a relationship, by its type, edition and ends; none in sound data.
MATCH (start:Region|Edition)
      -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->
      (end:Dimension|Tier|Edition|Initiative)
OPTIONAL MATCH (fact:Fact {id: link.fact})
WITH start, link, end, fact, type(link) AS type, coalesce(link.edition, start.year) AS edition,
     coalesce(toString(start.year), start.name) AS from, coalesce(toString(end.year), end.name) AS to
// What the relationship says beside its ends, and what the fact says of the same.
WITH *, CASE type WHEN 'ASSESSES' THEN [link.name] WHEN 'COUNTS' THEN [link.count, link.sharePrinted]
                  WHEN 'KEEPS_LEADING' THEN [link.period] WHEN 'SCORED' THEN [link.rank, link.score]
                  WHEN 'RANKED' THEN [link.rank, link.atMost] ELSE [] END AS says,
     CASE type WHEN 'ASSESSES' THEN [fact.text] WHEN 'COUNTS' THEN [fact.value, fact.text]
               WHEN 'KEEPS_LEADING' THEN [fact.text] WHEN 'SCORED' THEN [fact.rank, fact.value]
               WHEN 'RANKED' THEN [fact.rank, fact.atMost] ELSE [] END AS stated
WITH *, CASE
  WHEN link.fact IS NULL THEN 'names no fact'
  WHEN fact IS NULL THEN 'names a fact that is not there: ' + link.fact
  WHEN fact.kind <> type THEN 'names a fact of another kind: ' + link.fact
  WHEN fact.edition <> edition THEN 'names a fact of another edition: ' + link.fact
  WHEN NOT EXISTS { (fact)-[:ABOUT]->(start) } OR NOT EXISTS { (fact)-[:ABOUT]->(end) }
    OR (type = 'ROSE' AND NOT EXISTS { (fact)-[:ABOUT {role: 'from'}]->(:Tier {key: link.from}) })
    THEN 'joins what its fact is not about: ' + link.fact
  WHEN any(place IN range(0, size(says) - 1) WHERE coalesce(says[place], '') <> coalesce(stated[place], ''))
    THEN 'has other values than its fact: ' + link.fact
END AS fault
WHERE fault IS NOT NULL
RETURN 'ERROR' AS severity, false AS known, type + ' of ' + coalesce(toString(edition), 'no edition') + ' from ' + from + ' to ' + to + ' ' + fault AS message,
       type AS kind, CASE WHEN start:City THEN 'CITY' WHEN start:Province THEN 'PROVINCE' ELSE link.level END AS level,
       CASE WHEN fact IS NULL THEN [] ELSE [fact.id] END AS facts,
       CASE WHEN EXISTS { (:Edition {year: edition}) } THEN [edition] ELSE [] END AS editions,
       CASE WHEN start:Region THEN [start.code] ELSE [] END AS regions, [] AS sources
ORDER BY kind, edition, from, to, message, elementId(link)
