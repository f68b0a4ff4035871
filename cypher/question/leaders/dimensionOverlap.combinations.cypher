// Which exact sets of dimensions do regions lead in, and which regions in each?
// 地区恰好在哪几项分项指数上同时领先、各组合有哪些地区?
// Parameters: level PROVINCE or CITY; edition null for the latest with such lists.
// Rows: one a set of dimensions that occurs, most dimensions first, then in the report's order of dimensions. A region is
// in one set at most; one that leads nowhere is in none. codes are in administrative order.
:param level => 'CITY';
:param edition => null;
// The index holds the editions of a level in order, so the last entry is the latest.
WITH coalesce($edition, COLLECT { MATCH (any:Fact {kind: 'LEADS_LIST', level: $level}) WHERE any.edition > 0
       RETURN any.edition ORDER BY any.kind DESC, any.level DESC, any.edition DESC LIMIT 1 }[0]) AS edition
MATCH (dimension:Dimension)
MATCH (region)-[lead:LEADS {edition: edition, level: $level, dimension: dimension.key}]->()
USING INDEX lead:LEADS(edition, level, dimension, position)
WHERE lead.position > 0
WITH edition, region, dimension, lead ORDER BY region.order, dimension.order, lead.fact
WITH edition, region, collect(DISTINCT dimension) AS exact, collect(lead.fact) AS proofs
WITH edition, exact, collect(region) AS regions, reduce(all = [], proof IN collect(proofs) | all + proof) AS facts
RETURN edition, [dimension IN exact | dimension.key] AS dimensions, [dimension IN exact | dimension.name] AS names,
       size(regions) AS count, [region IN regions | region.code] AS codes, [region IN regions | region.name] AS regionNames, facts
ORDER BY size(exact) DESC, [dimension IN exact | dimension.order]
