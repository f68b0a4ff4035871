// How did the mean of a level, and the number of regions above it, change from one edition to a later one?
// 从某一年度到另一年度，平均指数和高于平均值的地区数有何变化？
// Parameters: level PROVINCE or CITY; from and to are years of editions, the earlier first.
// Rows: two rows, MEAN and ABOVE_MEAN. A figure is null if no source states it (gap NOT_STATED), sources disagree (DISPUTED;
// readings has every reading) or the level is not assessed (NOT_ASSESSED). kind is ROSE, FELL or STAYED for the figure,
// NOT_STATED or NOT_COMPARABLE. For the number of regions in each tier see tierDistribution.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2019;
UNWIND ['MEAN', 'ABOVE_MEAN'] AS measure
UNWIND [$from, $to] AS year
MATCH (edition:Edition {year: year})
OPTIONAL MATCH (fact:Fact {kind: measure, level: $level, edition: year})
WITH measure, edition, year, fact ORDER BY fact.id
WITH measure, edition, year, collect(DISTINCT fact.value) AS readings, collect(fact.id) AS facts
WITH measure, year, readings, facts, CASE WHEN size(readings) = 1 THEN readings[0] END AS value,
     CASE WHEN NOT $level IN edition.levels THEN 'NOT_ASSESSED' WHEN size(readings) > 1 THEN 'DISPUTED'
          WHEN size(readings) = 0 THEN 'NOT_STATED' END AS gap ORDER BY year
WITH measure, collect({value: value, readings: readings, facts: facts, gap: gap}) AS sides
WITH measure, sides[0] AS a, sides[1] AS b
RETURN measure, CASE WHEN 'NOT_ASSESSED' IN [a.gap, b.gap] THEN 'NOT_COMPARABLE' WHEN a.value < b.value THEN 'ROSE'
                     WHEN a.value > b.value THEN 'FELL' WHEN a.value = b.value THEN 'STAYED' ELSE 'NOT_STATED' END AS kind,
       round(b.value - a.value, 2) AS difference,
       a.value AS fromValue, a.gap AS fromGap, a.readings AS fromReadings, a.facts AS fromFacts,
       b.value AS toValue, b.gap AS toGap, b.readings AS toReadings, b.facts AS toFacts
ORDER BY measure DESC
