// Which dimensions make up the overall index?
// 总体指数由哪些分项指数构成？
// Rows: one row per dimension, in the report's order.
MATCH (node:Dimension)
RETURN node.key AS key, node.name AS name, node.nameEn AS nameEn, node.order AS order
ORDER BY order
