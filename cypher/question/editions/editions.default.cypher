// Which edition does a question answer about if no edition is given?
// 未指定年度时，各类问题回答哪一年度？
// Rows: one row per kind of fact, level and, for ranks in a dimension, dimension. edition is the latest edition with a complete
// list (LEADS, SCORED), a list (ROSE, KEEPS_LEADING, NAMED_FOR), a count (COUNTS) or a rank (RANKED) of the level; if there is
// none, the latest edition with any fact of the kind. A fact about a single region does not change it.
MATCH (fact:Fact)
WHERE fact.level IS NOT NULL
WITH fact, CASE WHEN fact.kind IN ['COUNTS', 'IN_TIER'] THEN 'COUNTS' ELSE replace(fact.kind, '_LIST', '') END AS kind
WHERE kind IN ['LEADS', 'COUNTS', 'ROSE', 'KEEPS_LEADING', 'NAMED_FOR', 'SCORED', 'RANKED']
OPTIONAL MATCH (fact)-[:ABOUT]->(dimension:Dimension) WHERE kind = 'RANKED'
WITH kind, fact, dimension,
     CASE WHEN kind IN ['LEADS', 'SCORED'] THEN fact:List AND fact.closed
          WHEN kind IN ['ROSE', 'KEEPS_LEADING', 'NAMED_FOR'] THEN fact:List
          WHEN kind = 'COUNTS' THEN fact.kind = 'COUNTS'
          ELSE true END AS qualifies
RETURN kind, fact.level AS level, dimension.key AS dimension,
       coalesce(max(CASE WHEN qualifies THEN fact.edition END), max(fact.edition)) AS edition
ORDER BY kind, level DESC, dimension
