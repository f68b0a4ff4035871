// Why is there no path of at most six steps between two regions?
// 两个地区之间为何没有六步以内的关联路径?
// Parameters: as for path.
// Rows: exactly one. reason is null where there is such a path. kin are the regions that a region is joined to by PART_OF;
// no path is longer than 30 steps, since each dimension lies on it once at most.
:param from => '140000';
:param to => '440000';
:param edition => null;
WITH coalesce($edition, COLLECT { MATCH (one:Edition) WHERE EXISTS { (:Fact {edition: one.year, kind: 'LEADS_LIST'}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (start:Region {code: $from})
MATCH (end:Region {code: $to})
OPTIONAL MATCH path = shortestPath((start)-[links:LEADS|KEEPS_LEADING|PART_OF*..30]-(end))
WHERE start <> end AND all(link IN links WHERE type(link) = 'PART_OF' OR link.edition = edition)
WITH edition, start, end, length(path) AS length,
     EXISTS { MATCH (:Region)-[:LEADS|KEEPS_LEADING {edition: edition}]->() } AS known
CALL (edition, start, end) {
  UNWIND [start, end] AS region
  WITH region, COLLECT { MATCH (region)-[:PART_OF*1..2]-(kin:Region)
                         WITH DISTINCT kin ORDER BY CASE WHEN kin:City THEN 1 ELSE 0 END, kin.order RETURN kin } AS kin
  WHERE NOT any(one IN [region] + kin WHERE EXISTS { (one)-[:LEADS|KEEPS_LEADING {edition: edition}]->() })
  RETURN collect(region.name + ' is in no list of leading regions of the ' + edition + ' edition' +
                 reduce(text = '', place IN range(0, size(kin) - 1) |
                        text + CASE WHEN place = 0 THEN ', nor is ' WHEN place = size(kin) - 1 THEN ' or ' ELSE ', ' END
                        + kin[place].name) + '.') AS unlisted
}
RETURN edition,
       CASE WHEN edition IS NULL THEN 'No edition with lists of leading regions is loaded.'
            WHEN start = end OR length <= 6 THEN null
            WHEN NOT known THEN 'No list of leading regions of the ' + edition + ' edition is known.'
            WHEN length > 6 THEN 'The shortest path from ' + start.name + ' to ' + end.name + ' takes ' + length + ' steps; at most 6 are followed.'
            WHEN size(unlisted) > 0 THEN unlisted[0] + coalesce(' ' + unlisted[1], '')
            ELSE 'Nothing in the lists of the ' + edition + ' edition connects ' + start.name + ' and ' + end.name + '.'
       END AS reason
