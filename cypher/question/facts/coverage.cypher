// How many of the possible facts of one kind, level and edition are known?
// 某一年度、某一层面的某类事实，已知多少、总共多少？
// Parameters: kind is LEADS, COUNTS, ROSE, KEEPS_LEADING, NAMED_FOR, SCORED or RANKED; level PROVINCE or CITY, or null for
// both; edition a year; dimension a key, or null for all dimensions.
// Rows: always exactly one row. total is null for an open-ended list, and for the lists of an edition whose dimensions no
// source names. If closed is true, a region that is not named is not in the lists. For tiers see coverage.tier.
:param kind => 'LEADS';
:param level => 'CITY';
:param edition => 2022;
:param dimension => null;
OPTIONAL MATCH (list:Fact {edition: $edition})
WHERE list.kind IN [$kind + '_LIST', 'COUNTS'] AND ($level IS NULL OR list.level = $level)
  AND ($dimension IS NULL OR EXISTS { (list)-[:ABOUT]->(:Dimension {key: $dimension}) })
// If several sources print the same list or count, it counts once.
OPTIONAL MATCH (list)-[about:ABOUT]->(subject:Dimension|Tier)
WITH list, about, subject ORDER BY about.role
WITH list, [list.kind, list.level] + collect(subject.key) AS identity ORDER BY list.id
WITH identity, max(list.value) AS value, max(list.printedCount) AS size,
     any(complete IN collect(list.closed) WHERE complete) AS closed
WITH [list IN collect({kind: identity[0], size: size, closed: closed}) WHERE list.kind = $kind + '_LIST'] AS lists,
     [count IN collect({kind: identity[0], value: value}) WHERE count.kind = 'COUNTS'] AS counts
WITH lists, counts,
     CASE WHEN NOT $kind IN ['LEADS', 'COUNTS'] THEN
       COUNT { MATCH (fact:Fact {kind: $kind, edition: $edition})-[:ABOUT {role: 'region'}]->(region:Region)
               WHERE ($level IS NULL OR fact.level = $level)
                 AND ($dimension IS NULL OR EXISTS { (fact)-[:ABOUT]->(:Dimension {key: $dimension}) })
               RETURN DISTINCT region } END AS named,
     COUNT { MATCH (region:Region) WHERE $level IS NULL OR region.level = $level } AS regions,
     COUNT { (:Edition {year: $edition})-[:ASSESSES]->(dimension:Dimension)
             WHERE $dimension IS NULL OR dimension.key = $dimension }
       * CASE WHEN $level IS NULL
              THEN COUNT { MATCH (any:Fact {edition: $edition}) WHERE any.level IS NOT NULL RETURN DISTINCT any.level }
              ELSE 1 END AS dimensions
WITH size(lists) > 0 AND all(list IN lists WHERE list.closed)
       // A single region that rose has no list. Others can have risen between the same tiers.
       AND NOT ($kind = 'ROSE' AND EXISTS {
         MATCH (:Region)-[rose:ROSE {edition: $edition}]->(reached:Tier)
         WHERE ($level IS NULL OR rose.level = $level)
           AND NOT EXISTS { (:Tier {key: rose.from})<-[:ABOUT {role: 'from'}]-
                            (:List {kind: 'ROSE_LIST', edition: $edition, level: rose.level})-[:ABOUT {role: 'to'}]->(reached) } }) AS closed,
     CASE $kind WHEN 'LEADS' THEN size(lists)
                WHEN 'COUNTS' THEN toInteger(reduce(sum = 0, fact IN counts | sum + fact.value))
                ELSE named END AS stated,
     lists, regions, dimensions
RETURN stated,
       CASE WHEN $kind = 'LEADS' THEN nullIf(dimensions, 0)
            WHEN $kind IN ['COUNTS', 'SCORED', 'RANKED'] THEN regions
            WHEN $kind = 'ROSE' AND closed THEN reduce(sum = 0, list IN lists | sum + coalesce(list.size, 0))
       END AS total,
       CASE $kind WHEN 'LEADS' THEN 'LISTS' ELSE 'REGIONS' END AS unit,
       CASE WHEN $kind IN ['COUNTS', 'SCORED', 'RANKED'] THEN stated = regions
            WHEN $kind = 'LEADS' THEN closed AND stated = dimensions
            ELSE closed END AS closed
