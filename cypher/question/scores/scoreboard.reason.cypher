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
OPTIONAL MATCH (edition:Edition {year: $edition})
WITH kind, group, chosen, edition, chosen.nameEn + ' (' + chosen.name + ')' AS name,
     COLLECT { MATCH (assessing:Edition) WHERE $level IN assessing.levels RETURN min(assessing.year) }[0] AS since,
     EXISTS { (edition)-[:ASSESSES]->(:Dimension) } AND NOT EXISTS { (edition)-[:ASSESSES]->(chosen) } AS isOther
RETURN CASE WHEN $edition IS NULL THEN 'No edition with ranks of ' + group + coalesce(' in ' + name, '') + ' is loaded.'
            WHEN EXISTS { MATCH (fact:Fact {kind: kind, level: $level, edition: $edition})
                          WHERE chosen IS NULL OR EXISTS { (fact)-[:ABOUT]->(chosen) } } THEN null
            WHEN NOT $level IN edition.levels
              THEN 'The ' + $edition + ' edition does not assess ' + group + coalesce('; the ' + since + ' edition is the first to do so.', '.')
            WHEN chosen IS NOT NULL AND isOther THEN 'The ' + $edition + ' edition does not assess ' + name + '.'
            ELSE 'No source prints ranks' + CASE WHEN chosen IS NULL THEN ' or scores' ELSE '' END + ' of ' + group
                 + coalesce(' in ' + name, '') + ' for the ' + $edition + ' edition.'
       END AS reason
