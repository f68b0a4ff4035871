// Which relationships differ from the facts that they name?
// 哪些关系没有相应的事实支持？
// Rows: one row per faulty relationship, by type, edition and ends. A relationship has a value if all facts that state one
// state the same. Otherwise the value is missing and disputed is true. Inferred tiers are compared by `govgraph verify`.
MATCH (start:Region|Edition)
      -[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|MAY_BE_IN|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED]->
      (end:Dimension|Tier|Edition|Initiative)
WITH start, link, end, type(link) AS type, coalesce(link.edition, start.year) AS edition,
     coalesce(toString(start.year), start.name) AS from, coalesce(toString(end.year), end.name) AS to,
     coalesce(toString(start.year), start.nameEn + ' (' + start.name + ')', start.name) AS fromLabel,
     coalesce(toString(end.year), end.nameEn + ' (' + end.name + ')', end.name) AS toLabel,
     COLLECT { MATCH (fact:Fact) WHERE fact.id IN link.facts RETURN fact ORDER BY fact.id } AS facts
WITH *, type = 'MAY_BE_IN' OR type = 'IN_TIER' AND link.basis = 'INFERRED' AS inferred,
     // The values of the relationship and of its facts. A value that is only a wording can be missing without a dispute.
     CASE type WHEN 'ASSESSES' THEN [[link.name, [fact IN facts | fact.text], true]]
               WHEN 'GRADES' THEN [[link.above, [fact IN facts | fact.above], true], [link.upTo, [fact IN facts | fact.upTo], true]]
               WHEN 'COUNTS' THEN [[link.count, [fact IN facts | toInteger(fact.value)], true], [link.sharePrinted, [fact IN facts | fact.text], false],
                                   [link.share, [fact IN facts | toFloat(replace(fact.text, '%', ''))], true]]
               WHEN 'ROSE' THEN [[link.from, [fact IN facts | head(COLLECT { MATCH (fact)-[:ABOUT {role: 'from'}]->(tier) RETURN tier.key })], true]]
               WHEN 'KEEPS_LEADING' THEN [[link.period, [fact IN facts | fact.text], false]]
               WHEN 'SCORED' THEN [[link.rank, [fact IN facts | fact.rank], true], [link.score, [fact IN facts | fact.value], true]]
               WHEN 'RANKED' THEN [[link.score, [fact IN facts | fact.value], true]]
               ELSE [] END AS given
WITH *, [value IN given | value + [reduce(all = [], one IN [reading IN value[1] WHERE reading IS NOT NULL] |
                                          CASE WHEN one IN all THEN all ELSE all + one END)]] AS values,
     reduce(all = [], one IN [fact IN facts WHERE type = 'RANKED' AND fact.rank IS NOT NULL | fact.rank] |
            CASE WHEN one IN all THEN all ELSE all + one END) AS ranks,
     reduce(least = null, one IN [fact IN facts WHERE fact.atMost IS NOT NULL | fact.atMost] |
            CASE WHEN least IS NULL OR one < least THEN one ELSE least END) AS atMost
WITH *, CASE WHEN size(ranks) = 1 AND NOT coalesce(ranks[0] > atMost, false) THEN ranks[0] END AS rank,
     any(value IN values WHERE value[2] AND size(value[3]) > 1) OR size(ranks) > 1 OR coalesce(size(ranks) = 1 AND ranks[0] > atMost, false) AS disagree,
     // A complete list of another source that does not contain the region.
     EXISTS { MATCH (list:List {kind: type + '_LIST', level: link.level, edition: link.edition, closed: true})
              WHERE NOT EXISTS { MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier)
                                 WHERE subject <> end AND NOT (about.role = 'from' AND subject.key = link.from) }
                AND NOT EXISTS { MATCH (fact:Fact) WHERE fact.id IN link.facts
                                   AND (EXISTS { (fact)-[:ENTRY_OF]->(list) } OR EXISTS { (fact)-[:CITED_FROM]->(:Source)<-[:CITED_FROM]-(list) }) } } AS unlisted
WITH *, CASE
  WHEN link.id IS NULL THEN 'expected an id, got none'
  WHEN coalesce(size(link.facts), 0) = 0 THEN 'expected ids of facts, got none'
  WHEN size(facts) < size(link.facts) THEN 'expected ids of existing facts, got ' + [id IN link.facts WHERE NOT id IN [fact IN facts | fact.id]][0]
  WHEN inferred THEN null
  WHEN any(fact IN facts WHERE fact.kind <> type) THEN 'expected facts of kind ' + type + ', got ' + [fact IN facts WHERE fact.kind <> type | fact.id][0]
  WHEN any(fact IN facts WHERE fact.edition <> edition) THEN 'expected facts of the ' + edition + ' edition, got ' + [fact IN facts WHERE fact.edition <> edition | fact.id][0]
  WHEN any(fact IN facts WHERE NOT EXISTS { (fact)-[:ABOUT]->(start) } OR NOT EXISTS { (fact)-[:ABOUT]->(end) })
    THEN 'expected facts about both ends, got ' + [fact IN facts WHERE NOT EXISTS { (fact)-[:ABOUT]->(start) } OR NOT EXISTS { (fact)-[:ABOUT]->(end) } | fact.id][0]
  WHEN any(value IN values WHERE CASE WHEN size(value[3]) = 1 THEN coalesce(value[0] <> value[3][0], true) ELSE value[0] IS NOT NULL END)
    OR type = 'RANKED' AND (coalesce(link.rank, 0) <> coalesce(rank, 0)
                            OR coalesce(link.atMost, 0) <> CASE WHEN size(ranks) = 1 THEN 0 ELSE coalesce(atMost, 0) END)
    THEN 'expected the values of its facts, got other values'
  WHEN link.doubt IS NULL OR link.doubt <> any(fact IN facts WHERE fact.doubt IS NOT NULL) THEN 'expected doubt as in its facts, got ' + coalesce(toString(link.doubt), 'none')
  WHEN link.disputed IS NULL OR type <> 'IN_TIER' AND link.disputed <> (disagree OR unlisted)
    THEN 'expected disputed ' + toString(disagree OR unlisted) + ', got ' + coalesce(toString(link.disputed), 'none')
END AS fault
WHERE fault IS NOT NULL
RETURN 'ERROR' AS severity, false AS known, type + ' of ' + coalesce(toString(edition), 'no edition') + ' from ' + fromLabel + ' to ' + toLabel + ': ' + fault AS message,
       type AS kind, coalesce(link.level, start.level) AS level, [fact IN facts | fact.id] AS facts,
       CASE WHEN EXISTS { (:Edition {year: edition}) } THEN [edition] ELSE [] END AS editions,
       CASE WHEN start:Region THEN [start.code] ELSE [] END AS regions, [] AS sources
ORDER BY kind, edition, from, to, message, elementId(link)
