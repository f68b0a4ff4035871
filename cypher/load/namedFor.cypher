// Writes the initiatives that a region is named for.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Initiative {name: row.to})
MERGE (start)-[link:NAMED_FOR {id: row.properties.id}]->(end)
SET link = row.properties
