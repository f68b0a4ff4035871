// Takes the lock that only one load at a time can hold, until its transaction ends.
// Rows: none.
MERGE (load:Load {name: 'govgraph'})
SET load.locked = true
REMOVE load.locked
