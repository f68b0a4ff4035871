// Which properties do not have their type?
// 哪些属性的类型不对？
// Rows: one row per label or relationship type, property and wrong type. Scores, shares, bounds and values are FLOAT, days are
// DATE, ranks, counts, positions, orders and years are INTEGER.
CALL () {
  MATCH (node:Fact|Edition|Source|Region|Dimension|Tier|Area)
  UNWIND keys(node) AS name
  RETURN head([label IN labels(node) WHERE label IN ['Fact', 'Edition', 'Source', 'Region', 'Dimension', 'Tier', 'Area']]) AS owner,
         name, valueType(node[name]) AS found, CASE WHEN node:Fact THEN node.id END AS fact
  UNION ALL
  MATCH (:Region|Edition|Fact)-[link:ASSESSES|GRADES|COUNTS|LEADS|IN_TIER|MAY_BE_IN|ROSE|KEEPS_LEADING|NAMED_FOR|SCORED|RANKED|ENTRY_OF]->()
  UNWIND keys(link) AS name
  RETURN type(link) AS owner, name, valueType(link[name]) AS found, coalesce(link.facts, [null])[0] AS fact
}
WITH owner, name, replace(found, ' NOT NULL', '') AS found, fact,
     CASE WHEN name IN ['score', 'share', 'value', 'above', 'upTo'] THEN 'FLOAT'
          WHEN name = 'publishedOn' THEN 'DATE'
          WHEN name IN ['rank', 'atMost', 'count', 'position', 'printedCount', 'year', 'edition', 'evaluatedYear'] THEN 'INTEGER'
          WHEN name IN ['disputed', 'doubt'] AND owner <> 'Fact' OR name = 'closed' THEN 'BOOLEAN'
          WHEN name = 'order' AND owner <> 'Fact' THEN 'INTEGER' END AS expected
WHERE expected <> found
WITH owner, name, expected, found, fact ORDER BY fact
WITH owner, name, expected, found, count(*) AS number, [id IN collect(DISTINCT fact) | id][..10] AS facts
RETURN 'ERROR' AS severity, false AS known, owner + '.' + name + ': expected ' + expected + ', got ' + found + ' (' + number + ' times)' AS message,
       null AS kind, null AS level, facts, [] AS editions, [] AS regions, [] AS sources
ORDER BY message
