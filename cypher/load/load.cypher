// Writes down which data the graph holds now.
// Rows: none.
MERGE (load:Load {name: 'govgraph'})
SET load.dataVersion = $dataVersion, load.at = $at, load.counts = $counts
