// Which data does the graph hold, since when, and how much of each kind?
// 图谱中是哪一版数据、何时装载、各类有多少?
// Rows: one when GovGraph has loaded this graph, else none. `counts` is JSON text: nodes by label, relationships by type.
MATCH (load:Load {name: 'govgraph'}) WHERE load.dataVersion IS NOT NULL
RETURN load.dataVersion AS dataVersion, load.at AS loadedAt, load.counts AS counts
