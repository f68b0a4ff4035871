// Which tiers are there, from the highest to the lowest?
// 有哪些组别（由高到低）？
// Rows: one row per tier, in the report's order.
MATCH (node:Tier)
RETURN node.key AS key, node.name AS name, node.nameEn AS nameEn, node.order AS order
ORDER BY order
