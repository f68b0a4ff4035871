// What does the report claim about areas, and how many of the leading regions and of the regions that rose are in these areas?
// 报告对各区域作了哪些论断，领先地区和组别上升的地区中各有多少位于这些区域？
// Parameters: level PROVINCE or CITY; edition a year.
// Rows: one row per claim, role and figure, by claim, role and dimension. areas are all areas with the role. The roles
// stronger and weaker have one figure per dimension (measure LEADS: leading regions). The role progressed has one figure
// (measure ROSE: regions that rose). Other roles have one row with measure null: no fact about regions measures them.
// count of the `of` regions are in these areas (codes); the others are elsewhere (others). The expected columns are those of
// areaSummary.cypher.
:param level => 'PROVINCE';
:param edition => 2022;
MATCH (claim:Fact {kind: 'CLAIM', edition: $edition})-[about:ABOUT]->(area:Area)
WHERE claim.level IS NULL OR claim.level = $level
WITH claim, about.role AS role, area ORDER BY area.order
WITH claim, role, collect(area.key) AS areas
OPTIONAL CALL (role) {
  WITH role WHERE role IN ['stronger', 'weaker']
  MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level}]->(led:Dimension)
  RETURN 'LEADS' AS measure, led.key AS dimension, led.order AS place, region, lead.facts AS facts
  UNION ALL
  WITH role WHERE role = 'progressed'
  MATCH (region:Region)-[rose:ROSE {edition: $edition, level: $level}]->(:Tier)
  RETURN 'ROSE' AS measure, null AS dimension, 0 AS place, region, rose.facts AS facts
}
WITH *, EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN areas } AS inside
ORDER BY region.order
WITH claim, role, areas, measure, dimension, place, count(region) AS of,
     collect(CASE WHEN inside THEN region.code END) AS codes, collect(CASE WHEN NOT inside THEN region.code END) AS others,
     reduce(all = [], ids IN collect(facts) | all + ids) AS facts
WITH *, COUNT { (:Region {level: $level}) } AS regions,
     COUNT { MATCH (counted:Region {level: $level})-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area)
             WHERE area.key IN areas RETURN DISTINCT counted } AS regionsInside
RETURN claim.id AS claim, claim.text AS text, role, areas, measure, dimension,
       CASE WHEN of > 0 THEN size(codes) END AS count, CASE WHEN of > 0 THEN of END AS of,
       CASE WHEN of > 0 THEN round(100.0 * size(codes) / of, 2) END AS share,
       CASE WHEN of > 0 THEN round(1.0 * of * regionsInside / regions, 2) END AS expectedCount,
       CASE WHEN of > 0 THEN round(100.0 * regionsInside / regions, 2) END AS expectedShare, codes, others, facts
ORDER BY claim, role, place
