// What do the sources state: of this edition, of this kind, about this region, from this source?
// 各来源说明了哪些事实?
// Parameters: each null for any; first the size of the page; after the key of the last fact of the page before, or null.
// Rows: one a fact, by its key.
:param edition => 2022;
:param kind => 'LEADS';
:param region => '440100';
:param source => null;
:param first => 50;
:param after => null;
MATCH (fact:Fact)
WHERE ($edition IS NULL OR fact.edition = $edition)
  AND ($kind IS NULL OR fact.kind = $kind)
  AND ($region IS NULL OR EXISTS { (fact)-[:ABOUT]->(:Region {code: $region}) })
  AND ($source IS NULL OR EXISTS { (fact)-[:CITED_FROM]->(:Source {id: $source}) })
  AND ($after IS NULL OR fact.id > $after)
RETURN fact.id AS key, fact.kind AS kind, fact.edition AS edition, fact.level AS level, fact.value AS value,
       fact.unit AS unit, fact.text AS text, fact.order AS order, fact.printedCount AS printedCount, fact.closed AS closed,
       fact.rank AS rank, fact.atMost AS atMost, fact.doubt AS doubt
ORDER BY key
LIMIT $first
