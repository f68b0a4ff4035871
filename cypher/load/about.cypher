// Writes the nodes that each fact is about, with their roles.
// Rows: none. Each row of $rows has the fact's id in `from`, the label and key of the other node in `label` and `to`,
// and all `properties`.
UNWIND $rows AS row
MATCH (fact:Fact {id: row.from})
CALL (row) {
  WITH row WHERE row.label = 'Region' MATCH (subject:Region {code: row.to}) RETURN subject
  UNION
  WITH row WHERE row.label = 'Area' MATCH (subject:Area {key: row.to}) RETURN subject
  UNION
  WITH row WHERE row.label = 'Dimension' MATCH (subject:Dimension {key: row.to}) RETURN subject
  UNION
  WITH row WHERE row.label = 'Tier' MATCH (subject:Tier {key: row.to}) RETURN subject
  UNION
  WITH row WHERE row.label = 'Edition' MATCH (subject:Edition {year: row.to}) RETURN subject
  UNION
  WITH row WHERE row.label = 'Initiative' MATCH (subject:Initiative {name: row.to}) RETURN subject
}
MERGE (fact)-[link:ABOUT {role: row.properties.role}]->(subject)
SET link = row.properties
