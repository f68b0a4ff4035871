// Which relationships differ from the fact that they name?
// 哪些关系没有相应的事实支持？
// Rows: one row per faulty relationship, by type, edition and ends.
MATCH (start:Region|Edition)
      -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->
      (end:Dimension|Tier|Edition|Initiative)
OPTIONAL MATCH (fact:Fact {id: link.fact})
WITH start, link, end, fact, type(link) AS type, coalesce(link.edition, start.year) AS edition,
     coalesce(toString(start.year), start.name) AS from, coalesce(toString(end.year), end.name) AS to,
     coalesce(toString(start.year), start.nameEn + ' (' + start.name + ')', start.name) AS fromLabel,
     coalesce(toString(end.year), end.nameEn + ' (' + end.name + ')', end.name) AS toLabel
// The properties of the relationship, and the same properties of the fact.
WITH *, CASE type WHEN 'ASSESSES' THEN [link.name] WHEN 'COUNTS' THEN [link.count, link.sharePrinted]
                  WHEN 'KEEPS_LEADING' THEN [link.period] WHEN 'SCORED' THEN [link.rank, link.score]
                  WHEN 'RANKED' THEN [link.rank, link.atMost] ELSE [] END AS properties,
     CASE type WHEN 'ASSESSES' THEN [fact.text] WHEN 'COUNTS' THEN [fact.value, fact.text]
               WHEN 'KEEPS_LEADING' THEN [fact.text] WHEN 'SCORED' THEN [fact.rank, fact.value]
               WHEN 'RANKED' THEN [fact.rank, fact.atMost] ELSE [] END AS factProperties
WITH *, CASE
  WHEN link.fact IS NULL THEN 'expected the id of a fact, got none'
  WHEN fact IS NULL THEN 'expected the id of an existing fact, got ' + link.fact
  WHEN fact.kind <> type THEN 'expected a fact of kind ' + type + ', got ' + link.fact
  WHEN fact.edition <> edition THEN 'expected a fact of the ' + edition + ' edition, got ' + link.fact
  WHEN NOT EXISTS { (fact)-[:ABOUT]->(start) } OR NOT EXISTS { (fact)-[:ABOUT]->(end) }
    OR (type = 'ROSE' AND NOT EXISTS { (fact)-[:ABOUT {role: 'from'}]->(:Tier {key: link.from}) })
    THEN 'expected a fact about both ends, got ' + link.fact
  WHEN any(index IN range(0, size(properties) - 1) WHERE coalesce(properties[index], '') <> coalesce(factProperties[index], ''))
    THEN 'expected the values of its fact ' + link.fact + ', got other values'
END AS fault
WHERE fault IS NOT NULL
RETURN 'ERROR' AS severity, false AS known, type + ' of ' + coalesce(toString(edition), 'no edition') + ' from ' + fromLabel + ' to ' + toLabel + ': ' + fault AS message,
       type AS kind, CASE WHEN start:City THEN 'CITY' WHEN start:Province THEN 'PROVINCE' ELSE link.level END AS level,
       CASE WHEN fact IS NULL THEN [] ELSE [fact.id] END AS facts,
       CASE WHEN EXISTS { (:Edition {year: edition}) } THEN [edition] ELSE [] END AS editions,
       CASE WHEN start:Region THEN [start.code] ELSE [] END AS regions, [] AS sources
ORDER BY kind, edition, from, to, message, elementId(link)
