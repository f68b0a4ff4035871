// How many regions are in these areas, lead in this dimension and are in this tier?
// 符合条件的地区共有多少个？
// Parameters: level, areas, leads, tier and edition as in regions.
// Rows: exactly one row.
:param level => null;
:param areas => ['EAST'];
:param leads => 'MATURITY';
:param tier => null;
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition) WHERE EXISTS { (:Fact {edition: one.year, kind: 'LEADS'}) }
       RETURN max(one.year) }[0]) AS leadsEdition,
     coalesce($edition, COLLECT { MATCH (one:Edition) WHERE EXISTS { (:Fact {edition: one.year, kind: 'IN_TIER'}) }
       RETURN max(one.year) }[0]) AS tierEdition
MATCH (region:Region)
WHERE ($level IS NULL OR (region:City) = ($level = 'CITY'))
  AND ($areas IS NULL OR EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN $areas })
  AND ($leads IS NULL OR EXISTS { (region)-[:LEADS {edition: leadsEdition}]->(:Dimension {key: $leads}) })
  AND ($tier IS NULL OR EXISTS { (region)-[:IN_TIER {edition: tierEdition}]->(:Tier {key: $tier}) })
RETURN count(region) AS total
