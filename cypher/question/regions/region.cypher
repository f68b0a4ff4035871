// What are the names, codes, areas and other properties of each region?
// 各地区的基本信息是什么？
// Parameters: keys, codes of regions, such as ['440100', '440000']; null for all 64 regions.
// Rows: one row per region, provincial-level units first, then in administrative order.
:param keys => null;
CALL () {
  // With keys, this list is empty, so Neo4j does not read every region.
  UNWIND CASE WHEN $keys IS NULL THEN [true] ELSE [] END AS all
  MATCH (region:Region)
  RETURN region
  UNION ALL
  UNWIND $keys AS key
  MATCH (region:Region {code: key})
  RETURN DISTINCT region
}
OPTIONAL MATCH (region)-[:PART_OF]->(province:Province)
WITH region, province, coalesce(province, region) AS home
RETURN region.code AS key, region.level AS level, region.kind AS kind, region.order AS order, region.name AS name,
       region.fullName AS fullName, region.nameEn AS nameEn, region.pinyin AS pinyin,
       region.initials AS initials, region.aliases AS aliases, region.note AS note, province.code AS province,
       COLLECT { MATCH (city:City)-[:PART_OF]->(region) RETURN city.code ORDER BY city.order } AS cities,
       COLLECT { MATCH (home)-[:IN_AREA]->(area:Area) RETURN area.key ORDER BY area.order } AS areas
ORDER BY level DESC, order
