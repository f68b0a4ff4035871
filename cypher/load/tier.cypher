// Writes the tiers, by stable key.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Tier {key: row.key})
SET node = row.properties
