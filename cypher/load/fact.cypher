// Writes the facts: one node per statement of a source.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Fact {id: row.key})
SET node = row.properties, node.value = toFloat(row.properties.value),
    node.above = toFloat(row.properties.above), node.upTo = toFloat(row.properties.upTo)
