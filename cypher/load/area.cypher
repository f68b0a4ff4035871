// Writes the areas of the country, by scheme.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Area {key: row.key})
SET node = row.properties
