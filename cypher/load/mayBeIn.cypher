// Writes the tiers that are still possible for a region if its tier is not known and some tiers are excluded.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:MAY_BE_IN {id: row.properties.id}]->(end)
SET link = row.properties
