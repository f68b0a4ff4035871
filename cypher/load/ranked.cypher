// Writes which rank in a dimension an edition prints for a region.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Dimension {key: row.to})
MERGE (start)-[link:RANKED {fact: row.properties.fact}]->(end)
SET link = row.properties
