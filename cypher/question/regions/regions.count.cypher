// How many regions are in these areas, lead in this dimension and are in this tier?
// 符合条件的地区共有多少个？
// Parameters: level, areas, leads, tier, leadsEdition and tierEdition as in regions.
// Rows: exactly one row.
:param level => null;
:param areas => ['EAST'];
:param leads => 'MATURITY';
:param tier => null;
:param leadsEdition => {PROVINCE: 2022, CITY: 2022};
:param tierEdition => {PROVINCE: 2022, CITY: 2022};
MATCH (region:Region)
WHERE ($level IS NULL OR region.level = $level)
  AND ($areas IS NULL OR EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN $areas })
  AND ($leads IS NULL OR EXISTS { (region)-[:LEADS {edition: $leadsEdition[region.level]}]->(:Dimension {key: $leads}) })
  AND ($tier IS NULL OR EXISTS { (region)-[:IN_TIER {edition: $tierEdition[region.level]}]->(:Tier {key: $tier}) })
RETURN count(region) AS total
