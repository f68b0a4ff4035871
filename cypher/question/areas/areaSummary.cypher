// How do the areas of the country compare: how many of the regions that lead, rose or lead lastingly lie in each?
// 各区域如何比较:领先、组别上升和持续领先的地区各有多少位于该区域?
// Parameters: level PROVINCE or CITY; edition null for the latest that names leaders, tiers or rises.
// Rows: one an area and measure, areas in their order. measure REGIONS counts all regions of the level; LEADS those in
// the list of a dimension, or with dimension null in any list; ROSE those that rose between two tiers, or with both null
// at all; KEEPS_LEADING those in the open list of lasting leaders. count of the `of` regions lie in the area: share, in
// percent. The expected columns tell how many and what share it would be if they were spread like the regions of the
// level. Areas of one scheme add up to the whole; each region lies in one area of either scheme. What is known of the
// tiers is told region by region by region.tier.cypher.
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
  MATCH (region:Region)-[kept:KEEPS_LEADING]->(:Edition {year: edition})
  RETURN 4 AS place, 'KEEPS_LEADING' AS measure, null AS dimension, null AS from, null AS to, region, kept.fact AS fact
}
WITH edition, place, measure, dimension, from, to, region, fact
WHERE (region:City) = ($level = 'CITY')
WITH edition, place, measure, dimension, from, to, region, fact ORDER BY fact
WITH edition, place, measure, dimension, from, to, region, collect(fact) AS facts
WITH *, COLLECT { MATCH (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(lain:Area) RETURN lain.key } AS areas
ORDER BY region.order
WITH edition, place, measure, dimension, from, to, count(region) AS of,
     collect({code: region.code, areas: areas, facts: facts}) AS named
WITH *, COLLECT { MATCH (list:Fact {kind: measure + '_LIST', level: $level, edition: edition})
                  WHERE (dimension IS NULL OR EXISTS { (list)-[:ABOUT {role: 'dimension'}]->(:Dimension {key: dimension}) })
                    AND (to IS NULL OR EXISTS { (list)-[:ABOUT {role: 'from'}]->(:Tier {key: from}) }
                                   AND EXISTS { (list)-[:ABOUT {role: 'to'}]->(:Tier {key: to}) })
                  RETURN list.id ORDER BY list.id } AS lists,
     COUNT { MATCH (one:Region) WHERE (one:City) = ($level = 'CITY') } AS regions
OPTIONAL MATCH (assessed:Dimension {key: dimension})
OPTIONAL MATCH (before:Tier {key: from})
OPTIONAL MATCH (after:Tier {key: to})
MATCH (part:Area)
WITH *, [one IN named WHERE part.key IN one.areas] AS inside,
     COUNT { MATCH (one:Region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(part) WHERE (one:City) = ($level = 'CITY') } AS lying
RETURN edition, part.key AS area, part.name AS name, measure, dimension, from, to, size(inside) AS count, of,
       round(100.0 * size(inside) / of, 2) AS share, round(1.0 * of * lying / regions, 2) AS expectedCount,
       round(100.0 * lying / regions, 2) AS expectedShare, [one IN inside | one.code] AS codes,
       lists + reduce(facts = [], one IN inside | facts + one.facts) AS facts
ORDER BY part.order, place, coalesce(assessed.order, 0), coalesce(after.order, 0), before.order
