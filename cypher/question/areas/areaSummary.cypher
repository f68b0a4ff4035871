// How do the areas of the country compare: how many of the leading regions, rises and consistent leaders are in each area?
// 各区域如何比较：领先、组别上升和持续领先的地区各有多少位于该区域？
// Parameters: level PROVINCE or CITY; edition a year, or null for the latest edition that names leading regions, tiers or rises.
// Rows: one row per area and measure, areas in a fixed order (not a ranking). Measures: REGIONS counts all regions of the
// level. LEADS counts the regions in the list of a dimension, or in any list if dimension is null. ROSE counts the regions
// that rose from one tier to another, or at all if both are null. KEEPS_LEADING counts the consistent leaders (an
// open-ended list). count of the `of` regions are in the area; share is in percent. The expected columns give the count and
// share under an even spread (the same share as among all regions of the level). Every region is in exactly one area of each
// scheme. For the tiers of the regions see region.tier.cypher.
:param level => 'PROVINCE';
:param edition => null;
OPTIONAL MATCH (any:Fact {level: $level}) WHERE any.kind IN ['LEADS_LIST', 'IN_TIER', 'ROSE']
WITH coalesce($edition, max(any.edition)) AS edition
WHERE edition IS NOT NULL
CALL (edition) {
  MATCH (region:Region)
  RETURN 1 AS place, 'REGIONS' AS measure, null AS dimension, null AS from, null AS to, region, null AS fact
  UNION ALL
  MATCH (led:Dimension)
  // IS NOT NULL is always true here. It lets Neo4j look up one list in an index instead of reading the lists of all years.
  MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: led.key}]->()
  WHERE lead.position IS NOT NULL
  UNWIND [null, led.key] AS dimension
  RETURN 2 AS place, 'LEADS' AS measure, dimension, null AS from, null AS to, region, lead.fact AS fact
  UNION ALL
  MATCH (region:Region)-[rose:ROSE {edition: edition}]->(reached:Tier)
  UNWIND [null, reached.key] AS to
  RETURN 3 AS place, 'ROSE' AS measure, null AS dimension, CASE WHEN to IS NOT NULL THEN rose.from END AS from, to, region,
         rose.fact AS fact
  UNION ALL
  MATCH (region:Region)-[keeps:KEEPS_LEADING]->(:Edition {year: edition})
  RETURN 4 AS place, 'KEEPS_LEADING' AS measure, null AS dimension, null AS from, null AS to, region, keeps.fact AS fact
}
WITH edition, place, measure, dimension, from, to, region, fact
WHERE (region:City) = ($level = 'CITY')
WITH edition, place, measure, dimension, from, to, region, fact ORDER BY fact
WITH edition, place, measure, dimension, from, to, region, collect(fact) AS facts
WITH *, COLLECT { MATCH (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) RETURN area.key } AS areas
ORDER BY region.order
WITH edition, place, measure, dimension, from, to, count(region) AS of,
     collect({code: region.code, areas: areas, facts: facts}) AS named
WITH *, COLLECT { MATCH (list:Fact {kind: measure + '_LIST', level: $level, edition: edition})
                  WHERE (dimension IS NULL OR EXISTS { (list)-[:ABOUT {role: 'dimension'}]->(:Dimension {key: dimension}) })
                    AND (to IS NULL OR EXISTS { (list)-[:ABOUT {role: 'from'}]->(:Tier {key: from}) }
                                   AND EXISTS { (list)-[:ABOUT {role: 'to'}]->(:Tier {key: to}) })
                  RETURN list.id ORDER BY list.id } AS lists,
     COUNT { MATCH (counted:Region) WHERE (counted:City) = ($level = 'CITY') } AS regions
OPTIONAL MATCH (assessed:Dimension {key: dimension})
OPTIONAL MATCH (before:Tier {key: from})
OPTIONAL MATCH (after:Tier {key: to})
MATCH (part:Area)
WITH *, [region IN named WHERE part.key IN region.areas] AS inside,
     COUNT { MATCH (counted:Region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(part) WHERE (counted:City) = ($level = 'CITY') } AS regionsInside
RETURN edition, part.key AS area, part.name AS name, measure, dimension, from, to, size(inside) AS count, of,
       round(100.0 * size(inside) / of, 2) AS share, round(1.0 * of * regionsInside / regions, 2) AS expectedCount,
       round(100.0 * regionsInside / regions, 2) AS expectedShare, [region IN inside | region.code] AS codes,
       lists + reduce(facts = [], region IN inside | facts + region.facts) AS facts
ORDER BY part.order, place, coalesce(assessed.order, 0), coalesce(after.order, 0), before.order
