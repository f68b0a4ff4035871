// Deletes relationships that are no longer in the data.
// Rows: none. $ids are Neo4j's own ids, as read.relationships returns them.
UNWIND $ids AS id
MATCH ()-[link]->() WHERE elementId(link) = id
DELETE link
