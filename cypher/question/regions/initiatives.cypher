// Which initiatives does the report name, and for which regions?
// 点名了哪些改革举措，分别属于哪个地区？
// Parameters: edition, null for the latest edition that names initiatives.
// Rows: one row per region and initiative, in administrative order. The list is open.
:param edition => null;
OPTIONAL MATCH (fact:Fact {kind: 'NAMED_FOR'})
WITH coalesce($edition, max(fact.edition)) AS edition
MATCH (region:Region)-[named:NAMED_FOR {edition: edition}]->(initiative:Initiative)
WITH edition, region, initiative, named ORDER BY named.fact
WITH edition, region, initiative, collect(named.fact) AS facts
RETURN edition, region.code AS code, region.name AS name, initiative.name AS initiative, facts
ORDER BY CASE WHEN region:City THEN 1 ELSE 0 END, region.order, initiative
