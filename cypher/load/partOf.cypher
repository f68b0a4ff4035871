// Writes the province that a key city belongs to.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region:City {code: row.from})
MATCH (end:Region:Province {code: row.to})
MERGE (start)-[link:PART_OF]->(end)
SET link = row.properties
