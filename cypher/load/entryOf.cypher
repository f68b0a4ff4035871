// Writes the entries of printed lists, with the position in the list.
// Rows: none. Each row of $rows has the keys of both ends in `from` and `to`, and all `properties`.
UNWIND $rows AS row
MATCH (start:Fact {id: row.from})
MATCH (end:Fact:List {id: row.to})
MERGE (start)-[link:ENTRY_OF]->(end)
SET link = row.properties
