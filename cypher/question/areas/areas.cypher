// Which areas of the country are told apart, and by whom?
// 区域如何划分、由谁界定?
// Rows: one each, in the report's own order.
MATCH (node:Area)
RETURN node.key AS key, node.name AS name, node.nameEn AS nameEn, node.scheme AS scheme, node.definedBy AS definedBy
ORDER BY node.order
