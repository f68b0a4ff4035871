// Writes the areas that a province belongs to.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region:Province {code: row.from})
MATCH (end:Area {key: row.to})
MERGE (start)-[link:IN_AREA]->(end)
SET link = row.properties
