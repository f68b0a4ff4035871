// What is the printed mean of a level, and how many regions are above it in this edition and the previous one?
// 某一层面的平均指数是多少，多少个地区高于平均值，上一年度有多少个？
// Parameters: level, PROVINCE or CITY; edition, the year of the edition.
// Rows: one row, or none if nothing of this is printed. A figure is null if none is printed or sources disagree; the lists have
// every reading. aboveBefore is not a printed figure: it is the number of regions above the mean minus the printed change.
:param level => 'PROVINCE';
:param edition => 2017;
MATCH (fact:Fact {edition: $edition, level: $level}) WHERE fact.kind IN ['MEAN', 'ABOVE_MEAN', 'ABOVE_MEAN_CHANGE']
WITH fact ORDER BY fact.id
WITH collect(DISTINCT CASE fact.kind WHEN 'MEAN' THEN fact.value END) AS means,
     collect(DISTINCT CASE fact.kind WHEN 'ABOVE_MEAN' THEN toInteger(fact.value) END) AS counts,
     collect(DISTINCT CASE fact.kind WHEN 'ABOVE_MEAN' THEN fact.text END) AS shares,
     collect(DISTINCT CASE fact.kind WHEN 'ABOVE_MEAN_CHANGE' THEN toInteger(fact.value) END) AS changes,
     collect(fact.id) AS facts
WITH means, counts, changes, facts, CASE WHEN size(means) = 1 THEN means[0] END AS mean,
     CASE WHEN size(counts) = 1 THEN counts[0] END AS above, CASE WHEN size(shares) = 1 THEN shares[0] END AS sharePrinted,
     CASE WHEN size(changes) = 1 THEN changes[0] END AS change
WHERE size(facts) > 0
RETURN mean, means, above, counts AS aboveReadings, toFloat(replace(sharePrinted, '%', '')) AS share, sharePrinted, change,
       changes, $edition - 1 AS yearBefore, above - change AS aboveBefore, facts
