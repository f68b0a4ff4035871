// Writes the number of units in a tier, as an edition prints it.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Edition {year: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:COUNTS {id: row.properties.id}]->(end)
SET link = row.properties,
    link.share = toFloat(row.properties.share)
