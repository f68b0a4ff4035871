// Which regions lead in how many dimensions? At least so many, in all of these, in any of these, in none of those.
// 哪些地区在几个分项指数上领先?
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists; atLeast null for 1; allOf, anyOf
// and noneOf keys of dimensions or null; areas keys of areas or null: their union, also of areas of different schemes, so
// that ['EAST', 'NORTH'] is all of the east and all of the north; province the code of a province whose cities are
// meant, or null.
// Rows: one a region, most dimensions first, then in administrative order. positions and facts belong to led, one
// for each; a position is a place in a list of administrative order, no rank.
:param level => 'CITY';
:param edition => null;
:param atLeast => 3;
:param allOf => null;
:param anyOf => null;
:param noneOf => null;
:param areas => null;
:param province => null;
OPTIONAL MATCH (list:Fact {kind: 'LEADS_LIST', level: $level})
WITH coalesce($edition, max(list.edition)) AS edition
MATCH (region:Region)-[lead:LEADS {edition: edition}]->(dimension:Dimension)
WHERE (region:City) = ($level = 'CITY')
  AND ($province IS NULL OR EXISTS { (region)-[:PART_OF]->(:Province {code: $province}) })
  AND ($areas IS NULL OR EXISTS { (region)-[:PART_OF*0..1]->(:Province)-[:IN_AREA]->(area:Area) WHERE area.key IN $areas })
WITH edition, region, lead, dimension ORDER BY dimension.order, lead.fact
WITH edition, region, collect(DISTINCT dimension.key) AS dimensions, collect(DISTINCT dimension.name) AS names,
     collect(dimension.key) AS led, collect(lead.position) AS positions, collect(lead.fact) AS facts
WHERE size(dimensions) >= coalesce($atLeast, 1)
  AND ($allOf IS NULL OR all(key IN $allOf WHERE key IN dimensions))
  AND ($anyOf IS NULL OR any(key IN $anyOf WHERE key IN dimensions))
  AND ($noneOf IS NULL OR none(key IN $noneOf WHERE key IN dimensions))
RETURN edition, region.code AS code, region.name AS name, size(dimensions) AS count, dimensions, names, led, positions, facts
ORDER BY count DESC, region.order
