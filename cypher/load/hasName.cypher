// Writes the spellings that each region has.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Name {id: row.to})
MERGE (start)-[link:HAS_NAME]->(end)
SET link = row.properties
