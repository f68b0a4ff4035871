// Writes the dimensions that an edition assesses, with their printed names.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Edition {year: row.from})
MATCH (end:Dimension {key: row.to})
MERGE (start)-[link:ASSESSES {id: row.properties.id}]->(end)
SET link = row.properties
