// Writes the rank of a region in a dimension, as an edition prints it.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Dimension {key: row.to})
MERGE (start)-[link:RANKED {id: row.properties.id}]->(end)
SET link = row.properties,
    link.score = toFloat(row.properties.score)
