// Writes the sources that facts are cited from.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Source {id: row.key})
SET node = row.properties, node.publishedOn = date(row.properties.publishedOn)
