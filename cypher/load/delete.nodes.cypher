// Deletes nodes that the data no longer have.
// Rows: none. $ids are Neo4j's own ids, as read.nodes gives them.
UNWIND $ids AS id
MATCH (node) WHERE elementId(node) = id
DETACH DELETE node
