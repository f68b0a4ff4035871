// How many facts do the sources state: of this edition, of this kind, about this region, from this source?
// 符合条件的事实共有多少条?
// Parameters: as for facts, without the page.
// Rows: exactly one.
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
