// What is the mean of a level, how many regions lie above it, and how many did in the edition before, as far as it is printed?
// 某一层面的平均指数是多少、多少个地区高于平均值、上一年度有多少个?
// Parameters: level PROVINCE or CITY; edition the year of the edition.
// Rows: one, or none where none of this is printed. A figure is null where none is printed or sources disagree (the lists
// hold every reading). aboveBefore is no figure of a source: it is the number above the mean less the printed change.
:param level => 'PROVINCE';
:param edition => 2017;
MATCH (said:Fact {edition: $edition, level: $level}) WHERE said.kind IN ['MEAN', 'ABOVE_MEAN', 'ABOVE_MEAN_CHANGE']
WITH said ORDER BY said.id
WITH collect(DISTINCT CASE said.kind WHEN 'MEAN' THEN said.value END) AS means,
     collect(DISTINCT CASE said.kind WHEN 'ABOVE_MEAN' THEN toInteger(said.value) END) AS counts,
     collect(DISTINCT CASE said.kind WHEN 'ABOVE_MEAN' THEN said.text END) AS shares,
     collect(DISTINCT CASE said.kind WHEN 'ABOVE_MEAN_CHANGE' THEN toInteger(said.value) END) AS changes,
     collect(said.id) AS facts
WITH means, counts, changes, facts, CASE WHEN size(means) = 1 THEN means[0] END AS mean,
     CASE WHEN size(counts) = 1 THEN counts[0] END AS above, CASE WHEN size(shares) = 1 THEN shares[0] END AS sharePrinted,
     CASE WHEN size(changes) = 1 THEN changes[0] END AS change
WHERE size(facts) > 0
RETURN mean, means, above, counts AS aboveReadings, toFloat(replace(sharePrinted, '%', '')) AS share, sharePrinted, change,
       changes, $edition - 1 AS yearBefore, above - change AS aboveBefore, facts
