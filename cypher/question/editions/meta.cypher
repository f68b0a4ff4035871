// Which data version does the graph contain, when was it loaded, and how many nodes and relationships are there of each kind?
// 图谱中是哪一版数据、何时装载、各类有多少？
// Rows: one row if GovGraph has loaded this graph, otherwise none. counts is JSON text: nodes by label, relationships by type.
// addedFiles are the operator's own files, each as its SHA-256, two spaces and its name.
MATCH (load:Load {name: 'govgraph'}) WHERE load.dataVersion IS NOT NULL
RETURN load.dataVersion AS dataVersion, toString(load.at) AS loadedAt, load.counts AS counts,
       coalesce(load.addedFiles, []) AS addedFiles
