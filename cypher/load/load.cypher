// Writes the data version of the graph, with the time of the load and the counts.
// Rows: none.
MERGE (load:Load {name: 'govgraph'})
SET load.dataVersion = $dataVersion, load.at = datetime($at), load.counts = $counts
