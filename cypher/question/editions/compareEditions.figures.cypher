// What changed from one edition to a later one for a level as a whole: the mean, and how many regions lie above it?
// 从某一年度到另一年度,平均指数和高于平均值的地区数有何变化?
// Parameters: level PROVINCE or CITY; from and to years of editions, the earlier first.
// Rows: two, MEAN and ABOVE_MEAN. A figure is null where nobody says (gap NOT_STATED), sources disagree (DISPUTED; readings
// hold all) or the level is not assessed (NOT_ASSESSED). kind is ROSE, FELL or STAYED of the figure itself, NOT_STATED, or
// NOT_COMPARABLE. How many regions stand in each tier is told by tierDistribution for each edition.
:param level => 'PROVINCE';
:param from => 2017;
:param to => 2019;
OPTIONAL MATCH (begun:Fact {kind: 'FIRST_ASSESSED', level: $level})
WITH min(begun.edition) AS begun
UNWIND ['MEAN', 'ABOVE_MEAN'] AS measure
UNWIND [$from, $to] AS year
OPTIONAL MATCH (said:Fact {kind: measure, level: $level, edition: year})
WITH begun, measure, year, said ORDER BY said.id
WITH begun, measure, year, collect(DISTINCT said.value) AS readings, collect(said.id) AS facts
WITH measure, year, readings, facts, CASE WHEN size(readings) = 1 THEN readings[0] END AS value,
     CASE WHEN year < begun THEN 'NOT_ASSESSED' WHEN size(readings) > 1 THEN 'DISPUTED'
          WHEN size(readings) = 0 THEN 'NOT_STATED' END AS gap ORDER BY year
WITH measure, collect({value: value, readings: readings, facts: facts, gap: gap}) AS sides
WITH measure, sides[0] AS a, sides[1] AS b
RETURN measure, CASE WHEN 'NOT_ASSESSED' IN [a.gap, b.gap] THEN 'NOT_COMPARABLE' WHEN a.value < b.value THEN 'ROSE'
                     WHEN a.value > b.value THEN 'FELL' WHEN a.value = b.value THEN 'STAYED' ELSE 'NOT_STATED' END AS kind,
       round(b.value - a.value, 2) AS difference,
       a.value AS fromValue, a.gap AS fromGap, a.readings AS fromReadings, a.facts AS fromFacts,
       b.value AS toValue, b.gap AS toGap, b.readings AS toReadings, b.facts AS toFacts
ORDER BY measure DESC
