// Which exact sets of dimensions do regions lead in, and which regions lead in each set?
// 地区恰好在哪几项分项指数上同时领先，各组合有哪些地区？
// Parameters: level, PROVINCE or CITY; edition, null for the latest edition with such lists.
// Rows: one row per set of dimensions: the most dimensions first, then in the report's order of dimensions. A region is in at
// most one set. A region that leads in no dimension is in no set. codes are in administrative order.
:param level => 'CITY';
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition)
       WHERE EXISTS { (:Fact {kind: 'LEADS_LIST', level: $level, edition: one.year}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (dimension:Dimension)
// IS NOT NULL is always true here. With it, Neo4j reads a single list from an index, not the lists of all years.
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension.key}]->()
WHERE lead.position IS NOT NULL
WITH edition, region, dimension, lead ORDER BY region.order, dimension.order, lead.fact
WITH edition, region, collect(DISTINCT dimension) AS exact, collect(lead.fact) AS proofs
WITH edition, exact, collect(region) AS regions, reduce(all = [], proof IN collect(proofs) | all + proof) AS facts
RETURN edition, [dimension IN exact | dimension.key] AS dimensions, [dimension IN exact | dimension.name] AS names,
       size(regions) AS count, [region IN regions | region.code] AS codes, [region IN regions | region.name] AS regionNames, facts
ORDER BY size(exact) DESC, [dimension IN exact | dimension.order]
