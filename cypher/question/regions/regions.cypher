// Which regions are in these areas, lead in this dimension and are in this tier?
// 哪些地区位于某区域、在某分项指数上领先、属于某组别？
// Parameters: level, null for both; areas, keys of areas (a region in any of them matches), or null; leads, a dimension, or
// null; tier, a known tier, stated or inferred, or null; leadsEdition and tierEdition, years by level; first, the size of the
// page; after, the level and order of the last region of the previous page, such as ['PROVINCE', 32], or null.
// Rows: one row per region, provincial-level units first, then in administrative order.
:param level => null;
:param areas => ['EAST'];
:param leads => 'MATURITY';
:param tier => null;
:param leadsEdition => {PROVINCE: 2022, CITY: 2022};
:param tierEdition => {PROVINCE: 2022, CITY: 2022};
:param first => 100;
:param after => null;
MATCH (region:Region)
WHERE ($level IS NULL OR region.level = $level)
  AND ($after IS NULL OR region.level < $after[0] OR region.level = $after[0] AND region.order > $after[1])
  AND ($areas IS NULL OR EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN $areas })
  AND ($leads IS NULL OR EXISTS { (region)-[:LEADS {edition: $leadsEdition[region.level]}]->(:Dimension {key: $leads}) })
  AND ($tier IS NULL OR EXISTS { (region)-[:IN_TIER {edition: $tierEdition[region.level]}]->(:Tier {key: $tier}) })
RETURN region.code AS code, region.name AS name, region.level AS level, region.order AS order
ORDER BY level DESC, order
LIMIT $first
