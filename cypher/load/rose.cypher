// Writes the regions that rose to a higher tier.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:ROSE {id: row.properties.id}]->(end)
SET link = row.properties
