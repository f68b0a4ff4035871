// Which data does the graph hold, and since when?
// Rows: one when GovGraph has loaded this graph, else none.
MATCH (load:Load {name: 'govgraph'}) WHERE load.dataVersion IS NOT NULL
RETURN load.dataVersion AS dataVersion, load.at AS at
