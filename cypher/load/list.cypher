// Writes the facts that a list was printed.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Fact {id: row.key})
SET node:List, node = row.properties
