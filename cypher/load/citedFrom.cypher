// Writes the sources of each fact, with the location in the source.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Fact {id: row.from})
MATCH (end:Source {id: row.to})
MERGE (start)-[link:CITED_FROM {locator: coalesce(row.properties.locator, '')}]->(end)
SET link = row.properties
