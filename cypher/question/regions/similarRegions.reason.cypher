// Why does no other region of the same level lead in a similar set of dimensions?
// 为何没有与某地区相近的同层面地区？
// Parameters: to and edition as in similarRegions.
// Rows: exactly one row. reason is null if there is a similar region.
:param to => '140100';
:param edition => 2022;
MATCH (to:Region {code: $to})
WITH to, CASE to.level WHEN 'CITY' THEN 'key cities' ELSE 'provincial-level units' END AS group,
     to.nameEn + ' (' + to.name + ')' AS name,
     COUNT { MATCH (:List {kind: 'LEADS_LIST', edition: $edition, level: to.level})-[:ABOUT]->(led:Dimension) RETURN DISTINCT led } AS lists,
     EXISTS { (to)-[:LEADS {edition: $edition}]->(:Dimension) } AS leads,
     EXISTS { MATCH (to)-[:LEADS {edition: $edition}]->(:Dimension)<-[:LEADS {edition: $edition}]-(other:Region)
              WHERE other <> to AND other.level = to.level } AS sharesDimension
RETURN CASE WHEN sharesDimension THEN null
            WHEN $edition IS NULL THEN 'No edition with lists of leading ' + group + ' is loaded.'
            WHEN lists = 0 THEN 'No list of leading ' + group + ' in the ' + $edition + ' edition is known.'
            WHEN NOT leads THEN name + ' is not in any of the ' + lists + ' lists of leading ' + group + ' in the ' + $edition + ' edition, so there is nothing to compare.'
            ELSE 'Among the ' + group + ', no other region leads in a dimension that ' + name + ' leads in (' + $edition + ').'
       END AS reason
