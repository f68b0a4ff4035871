// Writes the regions that an edition names as consistent leaders.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Edition {year: row.to})
MERGE (start)-[link:KEEPS_LEADING {id: row.properties.id}]->(end)
SET link = row.properties
