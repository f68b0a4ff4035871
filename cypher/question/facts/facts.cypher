// Which facts do sources state (filtered by edition, kind, region and source)?
// 各来源说明了哪些事实？
// Parameters: edition a year, kind a kind of fact, region a code, source a key, each null for no filter; first is the page
// size; after is the key of the last fact of the previous page, or null.
// Rows: one row per fact, by key.
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
