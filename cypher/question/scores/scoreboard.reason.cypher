// Why does an edition have no ranks and scores of a level, or no ranks in a dimension?
// 某一年度、某一层面为何没有排名？
// Parameters: level, edition and dimension as in scoreboard.
// Rows: exactly one row. reason is null if there are ranks or scores.
:param level => 'CITY';
:param edition => 2018;
:param dimension => null;
WITH CASE WHEN $dimension IS NULL THEN 'SCORED' ELSE 'RANKED' END AS kind,
     CASE WHEN $level = 'CITY' THEN 'key cities' ELSE 'provincial-level units' END AS group
OPTIONAL MATCH (chosen:Dimension {key: $dimension})
OPTIONAL MATCH (fact:Fact {kind: kind, level: $level})
WHERE chosen IS NULL OR EXISTS { (fact)-[:ABOUT]->(chosen) }
WITH group, chosen, collect(DISTINCT fact.edition) AS editions, coalesce($edition, max(fact.edition)) AS edition,
     coalesce(' in ' + chosen.nameEn + ' (' + chosen.name + ')', '') AS within
OPTIONAL MATCH (first:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH group, chosen, within, editions, edition, min(first.edition) AS since,
     EXISTS { (:Edition {year: edition})-[:ASSESSES]->(:Dimension) } AS named
RETURN edition,
       CASE WHEN edition IS NULL THEN 'No edition with ranks of ' + group + within + ' is loaded.'
            WHEN edition IN editions THEN null
            WHEN edition < since
              THEN 'The ' + edition + ' edition does not assess ' + group + '; the ' + since + ' edition is the first to do so.'
            WHEN named AND NOT EXISTS { (:Edition {year: edition})-[:ASSESSES]->(chosen) } AND chosen IS NOT NULL
              THEN 'The ' + edition + ' edition does not assess ' + chosen.nameEn + ' (' + chosen.name + ').'
            ELSE 'No source prints ranks' + CASE WHEN chosen IS NULL THEN ' or scores' ELSE '' END + ' of ' + group + within
                 + ' for the ' + edition + ' edition.'
       END AS reason
