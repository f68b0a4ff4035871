// Writes the spellings of the names of regions, folded as typed text is.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Name {id: row.key})
SET node = row.properties
