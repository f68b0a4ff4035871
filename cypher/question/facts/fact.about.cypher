// Which objects is each fact about, and what is the role of each object?
// 各条事实涉及哪些对象、各起什么作用？
// Parameters: keys are ids of facts.
// Rows: one row per fact and object, by role, then in the order of the objects. type is the object's label, subject its key.
:param keys => ['2022/rose/420100'];
UNWIND $keys AS key
MATCH (fact:Fact {id: key})-[about:ABOUT]->(object)
WITH key, about.role AS role, head([label IN labels(object) WHERE label IN ['Region', 'Area', 'Dimension', 'Tier', 'Edition', 'Initiative']]) AS type, object
RETURN key, role, type, toString(coalesce(object.code, object.key, object.year, object.name)) AS subject
ORDER BY key, role, type, object.order, subject
