// Takes a lock until the transaction ends, so that only one load runs at a time.
// Rows: none.
MERGE (load:Load {name: 'govgraph'})
SET load.locked = true
REMOVE load.locked
