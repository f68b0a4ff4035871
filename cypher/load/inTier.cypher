// Writes the tier that a source explicitly states for a region.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:IN_TIER {fact: row.properties.fact}]->(end)
SET link = row.properties
