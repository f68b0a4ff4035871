// Why does an edition have no ranks and scores of a level, or no ranks in a dimension?
// 某一年度、某一层面为何没有排名?
// Parameters: as for scoreboard.
// Rows: exactly one. reason is null where there are some.
:param level => 'CITY';
:param edition => 2018;
:param dimension => null;
WITH CASE WHEN $dimension IS NULL THEN 'SCORED' ELSE 'RANKED' END AS kind,
     CASE WHEN $level = 'CITY' THEN 'key cities' ELSE 'provincial-level units' END AS group
OPTIONAL MATCH (asked:Dimension {key: $dimension})
OPTIONAL MATCH (any:Fact {kind: kind, level: $level})
WHERE asked IS NULL OR EXISTS { (any)-[:ABOUT]->(asked) }
WITH group, asked, collect(DISTINCT any.edition) AS having, coalesce($edition, max(any.edition)) AS edition,
     coalesce(' in ' + asked.name + ' (' + asked.key + ')', '') AS within
OPTIONAL MATCH (first:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH group, asked, within, having, edition, min(first.edition) AS since,
     EXISTS { (:Edition {year: edition})-[:ASSESSES]->(:Dimension) } AS named
RETURN edition,
       CASE WHEN edition IS NULL THEN 'No edition with ranks of ' + group + within + ' is loaded.'
            WHEN edition IN having THEN null
            WHEN edition < since
              THEN 'The ' + edition + ' edition does not assess ' + group + '; the ' + since + ' edition is the first to do so.'
            WHEN named AND NOT EXISTS { (:Edition {year: edition})-[:ASSESSES]->(asked) } AND asked IS NOT NULL
              THEN 'The ' + edition + ' edition does not assess ' + asked.name + ' (' + asked.key + ').'
            ELSE 'No source prints ranks' + CASE WHEN asked IS NULL THEN ' or scores' ELSE '' END + ' of ' + group + within
                 + ' for the ' + edition + ' edition.'
       END AS reason
