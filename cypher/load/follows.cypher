// Writes the order of the editions: each edition follows the previous one.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Edition {year: row.from})
MATCH (end:Edition {year: row.to})
MERGE (start)-[link:FOLLOWS]->(end)
SET link = row.properties
