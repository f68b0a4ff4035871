// Writes the key cities.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Region {code: row.key})
SET node:City, node = row.properties
