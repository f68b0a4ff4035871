// What is each fact about, and which part does that play in it?
// 各条事实涉及哪些对象、各起什么作用?
// Parameters: keys of facts.
// Rows: one a fact and thing, by role, then in the thing's own order. type is its label, subject its natural key.
:param keys => ['2022/rose/420100'];
UNWIND $keys AS key
MATCH (fact:Fact {id: key})-[about:ABOUT]->(thing)
WITH key, about.role AS role, head([label IN labels(thing) WHERE label IN ['Region', 'Area', 'Dimension', 'Tier', 'Edition', 'Initiative']]) AS type, thing
RETURN key, role, type, toString(coalesce(thing.code, thing.key, thing.year, thing.name)) AS subject
ORDER BY key, role, type, thing.order, subject
