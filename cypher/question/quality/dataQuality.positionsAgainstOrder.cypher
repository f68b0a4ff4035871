// Which lists of leading regions are not in the order that they are said to have?
// 哪些领先名单的顺序与所称顺序不符?
// Rows: one a list, by its key; none in sound data. Positions count from 1 without a gap; in administrative order each
// region comes after the one before it.
MATCH (list:Fact {kind: 'LEADS_LIST'})-[:ABOUT {role: 'dimension'}]->(dimension:Dimension)
MATCH (list)-[here:CITED_FROM]->(:Source)<-[there:CITED_FROM]-(member:Fact {kind: 'LEADS', edition: list.edition, level: list.level})
WHERE coalesce(here.locator, '') = coalesce(there.locator, '')
MATCH (region:Region)-[lead:LEADS {fact: member.id}]->(dimension)
WITH DISTINCT list, region, lead ORDER BY lead.position, region.order
WITH list, collect(lead.position) AS positions, collect(region.order) AS orders, collect(region.name) AS names,
     collect(region.code) AS codes, collect(lead.fact) AS ids
WITH *, [at IN range(0, size(ids) - 1)
         WHERE positions[at] <> at + 1
            OR (list.order = 'ADMINISTRATIVE' AND at > 0 AND orders[at] <= orders[at - 1])] AS wrong
WHERE size(wrong) > 0
RETURN 'ERROR' AS severity, false AS known,
       list.id + ': ' + names[wrong[0]] + ' stands at ' + positions[wrong[0]]
         + CASE WHEN positions[wrong[0]] = wrong[0] + 1 THEN ', after ' + names[wrong[0] - 1] ELSE ', expected ' + (wrong[0] + 1) END AS message,
       list.kind AS kind, list.level AS level, [list.id] + [at IN wrong | ids[at]] AS facts, [list.edition] AS editions,
       [at IN wrong | codes[at]] AS regions, [] AS sources
ORDER BY list.id
