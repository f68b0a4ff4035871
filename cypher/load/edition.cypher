// Writes the editions of the assessment.
// Rows: none. Each row of $rows has the `key` and all `properties` of one node.
UNWIND $rows AS row
MERGE (node:Edition {year: row.key})
SET node = row.properties, node.publishedOn = date(row.properties.publishedOn)
