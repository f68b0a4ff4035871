// Which of some regions lead in each dimension: all, some, one or none of them?
// 若干地区中，哪些地区在各分项指数上领先：全部、部分、一个还是没有？
// Parameters: regions, codes of regions; edition, the year of the edition.
// Rows: one row per dimension, in the report's order. leading are the regions that lead in it, in the order of compareRegions.
// ledBy is ALL, SOME, ONE or NONE of the regions, null if the edition has no complete list of the dimension for one of their
// levels.
:param regions => ['440100', '420100', '370200'];
:param edition => 2022;
MATCH (region:Region) WHERE region.code IN $regions
WITH region ORDER BY region.level DESC, region.order
WITH collect(region) AS regions, collect(DISTINCT region.level) AS levels
MATCH (led:Dimension)
UNWIND regions AS region
OPTIONAL MATCH (region)-[lead:LEADS {edition: $edition}]->(led)
WITH regions, levels, led, region, lead ORDER BY region.level DESC, region.order
WITH regions, levels, led, collect(CASE WHEN lead IS NOT NULL THEN region END) AS leading,
     reduce(all = [], ids IN collect(lead.facts) | all + ids) AS facts
WITH *, all(level IN levels WHERE EXISTS {
       (:List {kind: 'LEADS_LIST', level: level, edition: $edition, closed: true})-[:ABOUT {role: 'dimension'}]->(led) }) AS known
RETURN led.key AS dimension, led.name AS name, [region IN leading | region.code] AS leading, [region IN leading | region.name] AS names,
       CASE WHEN NOT known THEN null WHEN size(leading) = 0 THEN 'NONE' WHEN size(leading) = size(regions) THEN 'ALL'
            WHEN size(leading) = 1 THEN 'ONE' ELSE 'SOME' END AS ledBy, facts
ORDER BY led.order
