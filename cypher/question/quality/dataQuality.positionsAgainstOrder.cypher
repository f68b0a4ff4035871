// Which printed lists are not in their stated order?
// 哪些名单的顺序与所称顺序不符？
// Rows: one row per faulty list, by key. List positions start at 1 and have no gaps. In administrative order each region comes
// after the previous region.
MATCH (list:List)<-[entry:ENTRY_OF]-(member:Fact)-[:ABOUT {role: 'region'}]->(region:Region)
WITH list, region, entry, member ORDER BY entry.position, region.order
WITH list, collect(entry.position) AS positions, collect(region.order) AS orders, collect(region.nameEn + ' (' + region.name + ')') AS names,
     collect(region.code) AS codes, collect(member.id) AS ids
WITH *, [index IN range(0, size(ids) - 1)
         WHERE positions[index] <> index + 1
            OR (list.order = 'ADMINISTRATIVE' AND index > 0 AND orders[index] <= orders[index - 1])] AS wrong
WHERE size(wrong) > 0
RETURN 'ERROR' AS severity, false AS known,
       list.id + ': expected '
         + CASE WHEN positions[wrong[0]] = wrong[0] + 1 THEN 'administrative order, got ' + names[wrong[0]] + ' after ' + names[wrong[0] - 1]
                ELSE names[wrong[0]] + ' at position ' + (wrong[0] + 1) + ', got ' + positions[wrong[0]] END AS message,
       list.kind AS kind, list.level AS level, [list.id] + [index IN wrong | ids[index]] AS facts, [list.edition] AS editions,
       [index IN wrong | codes[index]] AS regions, [] AS sources
ORDER BY list.id
