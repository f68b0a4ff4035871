// Which initiatives does the report name, and for which regions?
// 点名了哪些改革举措，分别属于哪个地区？
// Parameters: edition, a year.
// Rows: one row per region and initiative, in administrative order. The list is open.
:param edition => 2022;
MATCH (region:Region)-[named:NAMED_FOR {edition: $edition}]->(initiative:Initiative)
RETURN region.code AS code, region.name AS name, initiative.name AS initiative, named.facts AS facts
ORDER BY region.level DESC, region.order, initiative
