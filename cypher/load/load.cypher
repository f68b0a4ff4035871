// Writes the data version of the graph, with the time of the load, the counts and the files that the operator added.
// Rows: none.
MERGE (load:Load {name: 'govgraph'})
SET load.dataVersion = $dataVersion, load.at = datetime($at), load.counts = $counts, load.addedFiles = $addedFiles
