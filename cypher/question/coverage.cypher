// How much is known of what there is to know, for one kind of fact, level and edition?
// 某一年度、某一层面的某类事实,已知多少、总共多少?
// Parameters: kind is LEADS, COUNTS, IN_TIER, ROSE, KEEPS_LEADING or NAMED_FOR; level null for both;
// edition null for the latest that has such facts.
// Rows: always exactly one. `total` is null for an open list; `closed` says that who is not named is not among them.
:param kind => 'LEADS';
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact)
WHERE any.kind IN CASE $kind WHEN 'IN_TIER' THEN ['IN_TIER', 'ROSE'] ELSE [$kind] END
  AND ($level IS NULL OR any.level = $level)
WITH coalesce($edition, max(any.edition)) AS edition
OPTIONAL MATCH (list:Fact {edition: edition})
WHERE list.kind IN [$kind + '_LIST', 'COUNTS'] AND ($level IS NULL OR list.level = $level)
WITH edition,
     [fact IN collect(list) WHERE fact.kind = $kind + '_LIST'] AS lists,
     [fact IN collect(list) WHERE fact.kind = 'COUNTS'] AS counts
WITH edition, lists, counts,
     COUNT { MATCH (fact:Fact {kind: $kind, edition: edition})-[:ABOUT {role: 'region'}]->(region:Region)
             WHERE $level IS NULL OR fact.level = $level RETURN DISTINCT region } AS named,
     COUNT { MATCH (region:Region) WHERE $level IS NULL OR (region:City) = ($level = 'CITY') } AS regions,
     COUNT { MATCH (:Edition {year: edition})-[:ASSESSES]->(dimension:Dimension) RETURN DISTINCT dimension }
     * CASE WHEN $level IS NULL THEN COUNT { MATCH (any:Fact {edition: edition}) WHERE any.level IS NOT NULL RETURN DISTINCT any.level }
            ELSE 1 END AS dimensions,
     COUNT { MATCH (region:Region)-[known:IN_TIER|ROSE {edition: edition}]->(:Tier)
             WHERE $level IS NULL OR (region:City) = ($level = 'CITY') RETURN DISTINCT region } AS tiersKnown
WITH edition, size(lists) > 0 AND all(list IN lists WHERE list.closed) AS closed,
     CASE $kind WHEN 'LEADS' THEN size(lists)
                WHEN 'COUNTS' THEN toInteger(reduce(sum = 0, fact IN counts | sum + fact.value))
                WHEN 'IN_TIER' THEN tiersKnown
                ELSE named END AS stated,
     lists, regions, dimensions
RETURN edition, stated,
       CASE $kind WHEN 'LEADS' THEN dimensions
                  WHEN 'COUNTS' THEN regions
                  WHEN 'IN_TIER' THEN regions
                  WHEN 'ROSE' THEN CASE WHEN closed THEN reduce(sum = 0, list IN lists | sum + coalesce(list.printedCount, 0)) END
       END AS total,
       CASE $kind WHEN 'LEADS' THEN 'LISTS' ELSE 'REGIONS' END AS unit,
       CASE WHEN $kind IN ['COUNTS', 'IN_TIER'] THEN stated = regions
            WHEN $kind = 'LEADS' THEN closed AND stated = dimensions
            ELSE closed END AS closed
