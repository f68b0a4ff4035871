// Which nodes with GovGraph's labels are in the graph?
// Rows: one per node, in no order, with Neo4j's own id, its labels, all its properties, and their types by the name of the
// property.
MATCH (node:Area|Region|Name|Dimension|Tier|Source|Edition|Initiative|Fact)
RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties,
       COLLECT { UNWIND keys(node) AS name RETURN valueType(node[name]) ORDER BY name } AS types
