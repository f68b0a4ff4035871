// Which nodes with GovGraph's labels are in the graph?
// Rows: one per node, in no order, with Neo4j's own id, its labels and all its properties.
MATCH (node:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties
