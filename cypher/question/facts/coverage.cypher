// How much is known of what there is to know, for one kind of fact, level and edition?
// 某一年度、某一层面的某类事实,已知多少、总共多少?
// Parameters: kind is LEADS, COUNTS, ROSE, KEEPS_LEADING, NAMED_FOR, SCORED or RANKED; level null for both;
// edition null for the latest that has such facts; dimension a key for facts about that dimension alone, or null.
// Rows: always exactly one. `total` is null for an open list, and for the lists of an edition whose dimensions no source
// names; `closed` says that who is not named is not among them. Of how many regions the tier is known, coverage.tier
// tells.
:param kind => 'LEADS';
:param level => 'CITY';
:param edition => null;
:param dimension => null;
WITH coalesce($edition, COLLECT {
       MATCH (one:Edition)
       WHERE EXISTS { MATCH (any:Fact {edition: one.year, kind: $kind})
                      WHERE ($level IS NULL OR any.level = $level)
                        AND ($dimension IS NULL OR EXISTS { (any)-[:ABOUT]->(:Dimension {key: $dimension}) }) }
       RETURN max(one.year) }[0]) AS edition
OPTIONAL MATCH (list:Fact {edition: edition})
WHERE list.kind IN [$kind + '_LIST', 'COUNTS'] AND ($level IS NULL OR list.level = $level)
  AND ($dimension IS NULL OR EXISTS { (list)-[:ABOUT]->(:Dimension {key: $dimension}) })
// Several sources may print the same list or count: what each is about counts once.
OPTIONAL MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier)
WITH edition, list, about, subject ORDER BY about.role
WITH edition, list, [list.kind, list.level] + collect(subject.key) AS what ORDER BY list.id
WITH edition, what, max(list.value) AS value, max(list.printedCount) AS size, any(one IN collect(list.closed) WHERE one) AS closed
WITH edition,
     [one IN collect({kind: what[0], size: size, closed: closed}) WHERE one.kind = $kind + '_LIST'] AS lists,
     [one IN collect({kind: what[0], value: value}) WHERE one.kind = 'COUNTS'] AS counts
WITH edition, lists, counts,
     CASE WHEN NOT $kind IN ['LEADS', 'COUNTS'] THEN
       COUNT { MATCH (fact:Fact {kind: $kind, edition: edition})-[:ABOUT {role: 'region'}]->(region:Region)
               WHERE ($level IS NULL OR fact.level = $level)
                 AND ($dimension IS NULL OR EXISTS { (fact)-[:ABOUT]->(:Dimension {key: $dimension}) })
               RETURN DISTINCT region } END AS named,
     COUNT { MATCH (region:Region) WHERE $level IS NULL OR (region:City) = ($level = 'CITY') } AS regions,
     COUNT { MATCH (:Edition {year: edition})-[:ASSESSES]->(dimension:Dimension)
             WHERE $dimension IS NULL OR dimension.key = $dimension RETURN DISTINCT dimension }
       * CASE WHEN $level IS NULL
              THEN COUNT { MATCH (any:Fact {edition: edition}) WHERE any.level IS NOT NULL RETURN DISTINCT any.level }
              ELSE 1 END AS dimensions
WITH edition, size(lists) > 0 AND all(list IN lists WHERE list.closed) AS closed,
     CASE $kind WHEN 'LEADS' THEN size(lists)
                WHEN 'COUNTS' THEN toInteger(reduce(sum = 0, fact IN counts | sum + fact.value))
                ELSE named END AS stated,
     lists, regions, dimensions
RETURN edition, stated,
       CASE WHEN $kind = 'LEADS' THEN nullIf(dimensions, 0)
            WHEN $kind IN ['COUNTS', 'SCORED', 'RANKED'] THEN regions
            WHEN $kind = 'ROSE' AND closed THEN reduce(sum = 0, list IN lists | sum + coalesce(list.size, 0))
       END AS total,
       CASE $kind WHEN 'LEADS' THEN 'LISTS' ELSE 'REGIONS' END AS unit,
       CASE WHEN $kind IN ['COUNTS', 'SCORED', 'RANKED'] THEN stated = regions
            WHEN $kind = 'LEADS' THEN closed AND stated = dimensions
            ELSE closed END AS closed
