// Writes the number of units in a tier, as an edition prints it.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Edition {year: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:COUNTS {fact: row.properties.fact}]->(end)
SET link = row.properties
