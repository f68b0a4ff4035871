// Which areas (for example East, Northeast) are regions grouped into, and who defines them?
// 区域如何划分、由谁界定？
// Rows: one row per area, in a fixed order (not a ranking).
MATCH (node:Area)
RETURN node.key AS key, node.name AS name, node.nameEn AS nameEn, node.scheme AS scheme, node.definedBy AS definedBy
ORDER BY node.order
