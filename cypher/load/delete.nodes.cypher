// Deletes nodes that are no longer in the data.
// Rows: none. $ids are Neo4j's own ids, as read.nodes returns them.
UNWIND $ids AS id
MATCH (node) WHERE elementId(node) = id
DETACH DELETE node
