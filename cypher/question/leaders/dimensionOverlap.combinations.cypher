// Which exact sets of dimensions do regions lead in, and which regions lead in each set?
// 地区恰好在哪几项分项指数上同时领先，各组合有哪些地区？
// Parameters: level, PROVINCE or CITY; edition, a year.
// Rows: one row per set of dimensions: the most dimensions first, then in the report's order of dimensions. A region is in at
// most one set. A region that leads in no dimension is in no set. codes are in administrative order.
:param level => 'CITY';
:param edition => 2022;
MATCH (region:Region)-[lead:LEADS {edition: $edition, level: $level}]->(dimension:Dimension)
WITH region, lead, dimension ORDER BY region.order, dimension.order
WITH region, collect(dimension) AS exact, reduce(all = [], ids IN collect(lead.facts) | all + ids) AS proof
WITH exact, collect(region) AS regions, reduce(all = [], ids IN collect(proof) | all + ids) AS facts
RETURN [dimension IN exact | dimension.key] AS dimensions, [dimension IN exact | dimension.name] AS names,
       size(regions) AS count, [region IN regions | region.code] AS codes, [region IN regions | region.name] AS regionNames, facts
ORDER BY size(exact) DESC, [dimension IN exact | dimension.order]
