// How many facts do sources state (filtered by edition, kind, region and source)?
// 符合条件的事实共有多少条？
// Parameters: edition, kind, region and source as in facts.cypher.
// Rows: exactly one row.
:param edition => 2022;
:param kind => 'LEADS';
:param region => '440100';
:param source => null;
MATCH (fact:Fact)
WHERE ($edition IS NULL OR fact.edition = $edition)
  AND ($kind IS NULL OR fact.kind = $kind)
  AND ($region IS NULL OR EXISTS { (fact)-[:ABOUT]->(:Region {code: $region}) })
  AND ($source IS NULL OR EXISTS { (fact)-[:CITED_FROM]->(:Source {id: $source}) })
RETURN count(fact) AS total
