// What nodes of GovGraph's labels does the graph hold?
// Rows: one a node, in no order: Neo4j's own id, its labels and all its properties.
MATCH (node:Area|Region|Dimension|Tier|Source|Edition|Initiative|Fact)
RETURN elementId(node) AS id, labels(node) AS labels, properties(node) AS properties
