// Writes the leading regions of a dimension, as an edition names them.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Dimension {key: row.to})
MERGE (start)-[link:LEADS {id: row.properties.id}]->(end)
SET link = row.properties
