// Writes the bounds of the tiers, as an edition prints them.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Edition {year: row.from})
MATCH (end:Tier {key: row.to})
MERGE (start)-[link:GRADES {id: row.properties.id}]->(end)
SET link = row.properties,
    link.above = toFloat(row.properties.above), link.upTo = toFloat(row.properties.upTo)
