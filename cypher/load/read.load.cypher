// Which data version does the graph have, when was it loaded, and with which added files?
// Rows: one if GovGraph has loaded this graph, else none.
MATCH (load:Load {name: 'govgraph'}) WHERE load.dataVersion IS NOT NULL
RETURN load.dataVersion AS dataVersion, toString(load.at) AS at, coalesce(load.addedFiles, []) AS addedFiles
