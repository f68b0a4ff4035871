// Writes the rank and score of a region in the overall index, as an edition prints them.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Region {code: row.from})
MATCH (end:Edition {year: row.to})
MERGE (start)-[link:SCORED {id: row.properties.id}]->(end)
SET link = row.properties,
    link.score = toFloat(row.properties.score)
