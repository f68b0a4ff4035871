// Writes the initiatives that sources name together with a region.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Initiative {name: row.key})
SET node = row.properties
