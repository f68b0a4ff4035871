// Which things have more than one relationship?
// 同一事项是否有多于一条的关系？
// Rows: one row per thing, by type, edition and ends: two relationships of one type with the same ends, edition and level; two
// known tiers of a region in an edition; a known tier together with possible tiers.
CALL () {
  MATCH (start:Region|Edition)
        -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|MAY_BE_IN|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->
        (end:Dimension|Tier|Edition|Initiative)
  WITH start, end, type(link) AS type, coalesce(link.edition, start.year) AS edition, link.level AS level, collect(link) AS links
  WHERE size(links) > 1
  RETURN start, type, edition, links, 'to ' + coalesce(end.nameEn + ' (' + end.name + ')', end.name, toString(end.year)) AS found
  UNION ALL
  MATCH (start:Region)-[link:IN_TIER|ROSE]->(:Tier)
  WITH start, type(link) AS type, link.edition AS edition, collect(link) AS links, count(DISTINCT endNode(link)) AS ends
  WHERE ends > 1
  RETURN start, type, edition, links, 'to several tiers' AS found
  UNION ALL
  MATCH (:Tier)<-[known:IN_TIER]-(start:Region)-[possible:MAY_BE_IN {edition: known.edition}]->(:Tier)
  WITH start, known.edition AS edition, collect(DISTINCT known) + collect(DISTINCT possible) AS links
  RETURN start, 'IN_TIER' AS type, edition, links, 'together with MAY_BE_IN' AS found
}
WITH start, type, edition, links, found, coalesce(start.nameEn + ' (' + start.name + ')', toString(start.year)) AS name
RETURN 'ERROR' AS severity, false AS known,
       type + ' of ' + coalesce(toString(edition), 'no edition') + ' from ' + name + ' ' + found + ': expected one relationship, got ' + size(links) AS message,
       type AS kind, start.level AS level, reduce(all = [], link IN links | all + [id IN coalesce(link.facts, []) WHERE NOT id IN all]) AS facts,
       CASE WHEN EXISTS { (:Edition {year: edition}) } THEN [edition] ELSE [] END AS editions,
       CASE WHEN start:Region THEN [start.code] ELSE [] END AS regions, [] AS sources
ORDER BY kind, edition, name, message
