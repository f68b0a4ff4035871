// Writes the known tier of a region in an edition: stated, or inferred from other facts.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:IN_TIER {id: row.properties.id}]->(end)
SET link = row.properties
