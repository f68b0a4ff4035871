// How do the areas of the country compare: how many of the leading regions, rises and consistent leaders are in each area?
// 各区域如何比较：领先、组别上升和持续领先的地区各有多少位于该区域？
// Parameters: level PROVINCE or CITY; edition a year.
// Rows: one row per area and measure, areas in a fixed order (not a ranking). Measures: REGIONS counts all regions of the
// level. LEADS counts the regions in the list of a dimension, or in any list if dimension is null. ROSE counts the regions
// that rose from one tier to another, or at all if both are null. KEEPS_LEADING counts the consistent leaders (an
// open-ended list). count of the `of` regions are in the area; share is in percent. The expected columns give the count and
// share under an even spread (the same share as among all regions of the level). facts are the lists and the facts about the
// regions in the area; without a list, the facts about all `of` regions. Every region is in exactly one area of each scheme.
// For the tiers of the regions see region.tier.cypher.
:param level => 'PROVINCE';
:param edition => 2022;
CALL () {
  MATCH (region:Region {level: $level})
  RETURN 1 AS place, 'REGIONS' AS measure, null AS dimension, null AS from, null AS to, region, [] AS facts
  UNION ALL
  MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level}]->(led:Dimension)
  UNWIND [null, led.key] AS dimension
  RETURN 2 AS place, 'LEADS' AS measure, dimension, null AS from, null AS to, region, lead.facts AS facts
  UNION ALL
  MATCH (region:Region)-[rose:ROSE {edition: $edition, level: $level}]->(reached:Tier)
  UNWIND [null, reached.key] AS to
  RETURN 3 AS place, 'ROSE' AS measure, null AS dimension, CASE WHEN to IS NOT NULL THEN rose.from END AS from, to, region,
         rose.facts AS facts
  UNION ALL
  MATCH (region:Region)-[keeps:KEEPS_LEADING {edition: $edition, level: $level}]->(:Edition)
  RETURN 4 AS place, 'KEEPS_LEADING' AS measure, null AS dimension, null AS from, null AS to, region, keeps.facts AS facts
}
WITH * ORDER BY facts
WITH place, measure, dimension, from, to, region, reduce(all = [], ids IN collect(facts) | all + ids) AS facts
WITH *, COLLECT { MATCH (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) RETURN area.key } AS areas
ORDER BY region.order
WITH place, measure, dimension, from, to, count(region) AS of,
     collect({code: region.code, areas: areas, facts: facts}) AS named
WITH *, COLLECT { MATCH (list:List {kind: measure + '_LIST', level: $level, edition: $edition})
                  WHERE (dimension IS NULL OR EXISTS { (list)-[:ABOUT {role: 'dimension'}]->(:Dimension {key: dimension}) })
                    AND (to IS NULL OR EXISTS { (list)-[:ABOUT {role: 'from'}]->(:Tier {key: from}) }
                                   AND EXISTS { (list)-[:ABOUT {role: 'to'}]->(:Tier {key: to}) })
                  RETURN list.id ORDER BY list.id } AS lists,
     COUNT { (:Region {level: $level}) } AS regions
OPTIONAL MATCH (assessed:Dimension {key: dimension})
OPTIONAL MATCH (before:Tier {key: from})
OPTIONAL MATCH (after:Tier {key: to})
MATCH (part:Area)
WITH *, [region IN named WHERE part.key IN region.areas] AS inside,
     COUNT { MATCH (:Region {level: $level})-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(part) } AS regionsInside
RETURN part.key AS area, part.name AS name, measure, dimension, from, to, size(inside) AS count, of,
       round(100.0 * size(inside) / of, 2) AS share, round(1.0 * of * regionsInside / regions, 2) AS expectedCount,
       round(100.0 * regionsInside / regions, 2) AS expectedShare, [region IN inside | region.code] AS codes,
       lists + reduce(facts = [], region IN CASE WHEN lists = [] THEN named ELSE inside END | facts + region.facts) AS facts
ORDER BY part.order, place, coalesce(assessed.order, 0), coalesce(after.order, 0), before.order
