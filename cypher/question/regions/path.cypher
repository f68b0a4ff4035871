// By which shortest ways do two regions hang together, and what is each step?
// 两个地区之间最短的关联路径有哪些、每一步是什么关系?
// Parameters: from and to the codes of two different regions; edition null for the latest with lists of leading regions;
// most how many paths at most.
// Rows: one a shortest path of at most 6 steps over LEADS and KEEPS_LEADING of the edition and PART_OF; by the things along
// it: dimensions in the report's order, then provincial-level units, then cities in administrative order, then the edition.
// labels, keys and names are of the things along the path; links, forward (whether the relationship points from the thing
// before to the thing after), sentences and sentencesZh are of its steps; facts belong to the steps in factSteps, counted
// from 1: PART_OF has none, and two sources that state the same make one step with two. text is the whole path, with an
// arrow as each relationship points. total is how many paths there are in all. No row: path.reason says why.
:param from => '440100';
:param to => '420100';
:param edition => null;
:param most => 100;
WITH coalesce($edition, COLLECT { MATCH (one:Edition) WHERE EXISTS { (:Fact {edition: one.year, kind: 'LEADS_LIST'}) }
       RETURN max(one.year) }[0]) AS edition
MATCH (start:Region {code: $from})
MATCH (end:Region {code: $to})
WHERE start <> end
MATCH path = allShortestPaths((start)-[links:LEADS|KEEPS_LEADING|PART_OF*..6]-(end))
WHERE all(link IN links WHERE type(link) = 'PART_OF' OR link.edition = edition)
WITH DISTINCT edition, nodes(path) AS things
WITH edition, things, [thing IN things | CASE WHEN thing:Dimension THEN thing.order
                                              WHEN thing:City THEN 200 + thing.order
                                              WHEN thing:Region THEN 100 + thing.order
                                              ELSE thing.year END] AS places
ORDER BY places
WITH edition, collect(things) AS paths
WITH edition, size(paths) AS total, paths[..$most] AS paths
UNWIND range(0, size(paths) - 1) AS place
WITH edition, total, place, paths[place] AS things
CALL (edition, things) {
  UNWIND range(1, size(things) - 1) AS step
  WITH step, things[step - 1] AS before, things[step] AS after
  MATCH (before)-[link:LEADS|KEEPS_LEADING|PART_OF]-(after)
  WHERE type(link) = 'PART_OF' OR link.edition = edition
  WITH step, before, after, type(link) AS type, startNode(link) AS subject, endNode(link) AS object, link.fact AS fact
  ORDER BY step, fact
  WITH step, before, after, type, subject, object, collect(fact) AS facts,
       CASE WHEN subject:City THEN 'key cities' ELSE 'provincial-level units' END AS group,
       CASE WHEN subject:City THEN '重点城市' ELSE '省级政府' END AS groupZh
  WITH step, type, subject = before AS forward, facts,
       CASE type WHEN 'LEADS' THEN subject.name + ' leads in ' + object.name + ' among the ' + group + ' (' + edition + ')'
                 WHEN 'KEEPS_LEADING' THEN subject.name + ' is named as leading lastingly (' + edition + ')'
                 ELSE subject.name + ' is a key city of ' + object.name END AS sentence,
       CASE type WHEN 'LEADS' THEN subject.name + '在' + groupZh + object.name + '上领先(' + edition + ')'
                 WHEN 'KEEPS_LEADING' THEN subject.name + '被点名为持续保持全国领先水平(' + edition + ')'
                 ELSE subject.name + '是' + object.name + '的重点城市' END AS sentenceZh
  ORDER BY step
  RETURN collect(type) AS links, collect(forward) AS forward, collect(sentence) AS sentences, collect(sentenceZh) AS sentencesZh,
         reduce(all = [], one IN collect({step: step, facts: facts}) | all + [fact IN one.facts | one.step]) AS factSteps,
         reduce(all = [], one IN collect(facts) | all + one) AS facts
}
WITH edition, total, place, things, links, forward, sentences, sentencesZh, factSteps, facts,
     [thing IN things | coalesce(thing.name, toString(thing.year))] AS names
RETURN edition, size(links) AS length, total,
       reduce(text = names[0], step IN range(1, size(links)) |
              text + CASE WHEN forward[step - 1] THEN ' → ' ELSE ' ← ' END + names[step]) AS text,
       [thing IN things | CASE WHEN thing:Region THEN 'Region' WHEN thing:Dimension THEN 'Dimension' ELSE 'Edition' END] AS labels,
       [thing IN things | coalesce(thing.code, thing.key, toString(thing.year))] AS keys, names,
       links, forward, sentences, sentencesZh, factSteps, facts
ORDER BY place
