// Why is there no path of at most six steps between two regions?
// 两个地区之间为何没有六步以内的关联路径？
// Parameters: from, to and edition as in path.
// Rows: exactly one row. reason is null if there is such a path. relatives are the regions that PART_OF connects a region to.
// No path has more than 30 steps, because each dimension is on it at most once.
:param from => '140000';
:param to => '440000';
:param edition => 2022;
MATCH (start:Region {code: $from})
MATCH (end:Region {code: $to})
OPTIONAL MATCH path = shortestPath((start)-[links:LEADS|KEEPS_LEADING|PART_OF*..30]-(end))
WHERE start <> end AND all(link IN links WHERE type(link) = 'PART_OF' OR link.edition = $edition)
WITH start, end, length(path) AS length,
     EXISTS { MATCH (:Region)-[:LEADS|KEEPS_LEADING {edition: $edition}]->() } AS known
CALL (start, end) {
  UNWIND [start, end] AS region
  WITH region, COLLECT { MATCH (region)-[:PART_OF*1..2]-(relative:Region)
                         WITH DISTINCT relative ORDER BY relative.level DESC, relative.order
                         RETURN relative } AS relatives
  WHERE NOT any(listed IN [region] + relatives WHERE EXISTS { (listed)-[:LEADS|KEEPS_LEADING {edition: $edition}]->() })
  RETURN collect(region.nameEn + ' (' + region.name + ') is not in any list of leading regions of the ' + $edition + ' edition' +
                 reduce(text = '', i IN range(0, size(relatives) - 1) |
                        text + CASE WHEN i = 0 THEN ', nor is ' WHEN i = size(relatives) - 1 THEN ' or ' ELSE ', ' END
                        + relatives[i].nameEn + ' (' + relatives[i].name + ')') + '.') AS unlisted
}
WITH *, start.nameEn + ' (' + start.name + ')' AS startName, end.nameEn + ' (' + end.name + ')' AS endName
RETURN CASE WHEN $edition IS NULL THEN 'No edition with lists of leading regions is loaded.'
            WHEN start = end OR length <= 6 THEN null
            WHEN NOT known THEN 'No list of leading regions in the ' + $edition + ' edition is known.'
            WHEN length > 6 THEN 'The shortest path from ' + startName + ' to ' + endName + ' has ' + length + ' steps. The maximum is 6.'
            WHEN size(unlisted) > 0 THEN unlisted[0] + coalesce(' ' + unlisted[1], '')
            ELSE 'No list of the ' + $edition + ' edition connects ' + startName + ' and ' + endName + '.'
       END AS reason
