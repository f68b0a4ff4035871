// Which facts and initiatives have these ids?
// 这些 id 分别是什么？
// Parameters: keys are ids of the form type:key. The types are Fact and Initiative, because the server caches all others.
// Rows: one row per id that exists. The columns of facts are null for initiatives.
:param keys => ['Fact:2022/leads/440100/EFFECTIVENESS', 'Initiative:一网通办'];
UNWIND $keys AS id
OPTIONAL MATCH (fact:Fact {id: substring(id, size('Fact:'))}) WHERE id STARTS WITH 'Fact:'
OPTIONAL MATCH (initiative:Initiative {name: substring(id, size('Initiative:'))}) WHERE id STARTS WITH 'Initiative:'
WITH id, fact, initiative WHERE fact IS NOT NULL OR initiative IS NOT NULL
RETURN id AS key, initiative.name AS name, fact.id AS fact, fact.kind AS kind, fact.edition AS edition,
       fact.level AS level, fact.value AS value, fact.unit AS unit, fact.text AS text, fact.order AS order,
       fact.printedCount AS printedCount, fact.closed AS closed, fact.rank AS rank,
       fact.atMost AS atMost, fact.doubt AS doubt
