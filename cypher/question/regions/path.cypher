// What are the shortest paths between two regions, and what does each step say?
// 两个地区之间最短的关联路径有哪些，每一步是什么关系？
// Parameters: from and to, the codes of two different regions; edition, a year; most, the maximum number of paths.
// Rows: one row per shortest path of at most 6 steps over LEADS and KEEPS_LEADING of the edition and PART_OF. Rows are in order
// of the nodes along the path: dimensions in the report's order, provincial-level units, cities in administrative order, then
// the edition. labels, keys and names describe the nodes. links, forward (whether the relationship points from the node before
// to the node after), sentences and sentencesZh describe the steps. facts belong to the steps in factSteps, counted from 1. A
// PART_OF step has no fact; a step that two sources state has two. text is the whole path, with arrows in the direction of the
// relationships. total is the number of all shortest paths. If there is no row, path.reason says why.
:param from => '440100';
:param to => '420100';
:param edition => 2022;
:param most => 100;
MATCH (start:Region {code: $from})
MATCH (end:Region {code: $to})
WHERE start <> end
MATCH path = allShortestPaths((start)-[links:LEADS|KEEPS_LEADING|PART_OF*..6]-(end))
WHERE all(link IN links WHERE type(link) = 'PART_OF' OR link.edition = $edition)
WITH nodes(path) AS nodes
WITH nodes, [node IN nodes | CASE WHEN node:Dimension THEN node.order
                                           WHEN node:City THEN 200 + node.order
                                           WHEN node:Region THEN 100 + node.order
                                           ELSE node.year END] AS sortKey
ORDER BY sortKey
WITH collect(nodes) AS paths
WITH size(paths) AS total, paths[..$most] AS paths
UNWIND range(0, size(paths) - 1) AS index
WITH total, index, paths[index] AS nodes
CALL (nodes) {
  UNWIND range(1, size(nodes) - 1) AS step
  WITH step, nodes[step - 1] AS before, nodes[step] AS after
  MATCH (before)-[link:LEADS|KEEPS_LEADING|PART_OF]-(after)
  WHERE type(link) = 'PART_OF' OR link.edition = $edition
  WITH step, before, type(link) AS type, startNode(link) AS subject, endNode(link) AS object, coalesce(link.facts, []) AS facts
  WITH step, before, type, subject, object, facts,
       CASE WHEN subject:City THEN 'key cities' ELSE 'provincial-level units' END AS group,
       CASE WHEN subject:City THEN '重点城市' ELSE '省级政府' END AS groupZh
  WITH step, type, subject = before AS forward, facts, subject, object, groupZh, group,
       subject.nameEn + ' (' + subject.name + ')' AS subjectEn, object.nameEn + ' (' + object.name + ')' AS objectEn
  WITH step, type, forward, facts,
       CASE type WHEN 'LEADS' THEN subjectEn + ' leads in ' + objectEn + ' among the ' + group + ' (' + $edition + ')'
                 WHEN 'KEEPS_LEADING' THEN subjectEn + ' is named as a consistent leader (' + $edition + ')'
                 ELSE subjectEn + ' is a key city of ' + objectEn END AS sentence,
       CASE type WHEN 'LEADS' THEN subject.name + '在' + groupZh + object.name + '上领先（' + $edition + '）'
                 WHEN 'KEEPS_LEADING' THEN subject.name + '被点名为持续保持全国领先水平（' + $edition + '）'
                 ELSE subject.name + '是' + object.name + '的重点城市' END AS sentenceZh
  ORDER BY step
  RETURN collect(type) AS links, collect(forward) AS forward, collect(sentence) AS sentences, collect(sentenceZh) AS sentencesZh,
         reduce(all = [], proof IN collect({step: step, facts: facts}) | all + [fact IN proof.facts | proof.step]) AS factSteps,
         reduce(all = [], own IN collect(facts) | all + own) AS facts
}
WITH total, index, nodes, links, forward, sentences, sentencesZh, factSteps, facts,
     [node IN nodes | coalesce(node.name, toString(node.year))] AS names
RETURN size(links) AS length, total,
       reduce(text = names[0], step IN range(1, size(links)) |
              text + CASE WHEN forward[step - 1] THEN ' → ' ELSE ' ← ' END + names[step]) AS text,
       [node IN nodes | CASE WHEN node:Region THEN 'Region' WHEN node:Dimension THEN 'Dimension' ELSE 'Edition' END] AS labels,
       [node IN nodes | coalesce(node.code, node.key, toString(node.year))] AS keys, names,
       links, forward, sentences, sentencesZh, factSteps, facts
ORDER BY index
