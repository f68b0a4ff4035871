// Why does no region of the same level lead in a similar set of dimensions?
// 为何没有与某地区相近的同层面地区？
// Parameters: to and edition as in similarRegions.
// Rows: exactly one row. reason is null if there is a similar region.
:param to => '140100';
:param edition => null;
MATCH (to:Region {code: $to})
WITH to, CASE WHEN to:City THEN 'CITY' ELSE 'PROVINCE' END AS level,
     CASE WHEN to:City THEN 'key cities' ELSE 'provincial-level units' END AS group
WITH to, group, level, coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
// IS NOT NULL is always true here. With it, Neo4j reads a single list from an index, not the lists of all years.
WITH to, group, edition,
     COUNT { MATCH (dimension:Dimension)
             WHERE EXISTS { MATCH ()-[lead:LEADS {edition: edition, level: level, dimension: dimension.key}]->()
                            WHERE lead.position IS NOT NULL } } AS lists,
     EXISTS { (to)-[:LEADS {edition: edition}]->(:Dimension) } AS leads,
     EXISTS { MATCH (to)-[:LEADS {edition: edition}]->(:Dimension)<-[:LEADS {edition: edition}]-(other:Region)
              WHERE other <> to AND (other:City) = (to:City) } AS sharesDimension
WITH *, to.nameEn + ' (' + to.name + ')' AS name
RETURN edition,
       CASE WHEN sharesDimension THEN null
            WHEN edition IS NULL THEN 'No edition with lists of leading ' + group + ' is loaded.'
            WHEN lists = 0 THEN 'No list of leading ' + group + ' in the ' + edition + ' edition is known.'
            WHEN NOT leads THEN name + ' is not in any of the ' + lists + ' lists of leading ' + group + ' in the ' + edition + ' edition, so there is nothing to compare.'
            ELSE 'Among the ' + group + ', no other region leads in a dimension that ' + name + ' leads in (' + edition + ').'
       END AS reason
