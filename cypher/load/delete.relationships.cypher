// Deletes relationships that the data no longer have.
// Rows: none. $ids are Neo4j's own ids, as read.relationships gives them.
UNWIND $ids AS id
MATCH ()-[link]->() WHERE elementId(link) = id
DELETE link
