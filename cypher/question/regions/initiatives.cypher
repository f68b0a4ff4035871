// Which initiatives are named, and for which region each?
// 点名了哪些改革举措、分别属于哪个地区?
// Parameters: edition null for the latest that names any.
// Rows: one a region and initiative, in administrative order. The list is an open one.
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'NAMED_FOR'})
WITH coalesce($edition, max(any.edition)) AS edition
MATCH (region:Region)-[named:NAMED_FOR {edition: edition}]->(initiative:Initiative)
WITH edition, region, initiative, named ORDER BY named.fact
WITH edition, region, initiative, collect(named.fact) AS facts
RETURN edition, region.code AS code, region.name AS name, initiative.name AS initiative, facts
ORDER BY CASE WHEN region:City THEN 1 ELSE 0 END, region.order, initiative
