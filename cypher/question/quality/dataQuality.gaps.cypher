// What does each edition leave unsaid?
// 各年度有哪些事实未见说明?
// Rows: one an edition, level and kind of fact of which nothing is stated, or not all there is, the latest edition first,
// then by level and what is missing; level is null for what concerns the edition as a whole. Nothing that an edition leaves
// unsaid is taken for a no. Levels that a later edition says it assesses for the first time are no gap.
MATCH (region:Region)
WITH count(CASE WHEN region:Province THEN 1 END) AS provinces, count(CASE WHEN region:City THEN 1 END) AS cities
MATCH (fact:Fact)
OPTIONAL MATCH (fact)-[:ABOUT]->(subject:Region|Dimension|Tier)
WITH provinces, cities, fact, subject ORDER BY subject.code, subject.key
WITH provinces, cities, fact, [one IN collect(subject) WHERE one:Region OR fact.kind <> 'IN_TIER'] AS subjects
// What several sources state counts once.
WITH provinces, cities, fact.edition AS year, fact.level AS level, fact.kind AS kind, subjects, max(fact.value) AS value, max(fact.rank) AS rank
WITH provinces, cities, collect({year: year, level: level, kind: kind, value: value, rank: rank, tiers: [one IN subjects WHERE one:Tier | one.key]}) AS stated
MATCH (edition:Edition)
UNWIND [null, 'PROVINCE', 'CITY'] AS level
WITH stated, edition.year AS year, level, CASE level WHEN 'PROVINCE' THEN provinces ELSE cities END AS regions
WHERE level IS NULL OR none(one IN stated WHERE one.kind = 'FIRST_ASSESSED' AND one.level = level AND one.year > year)
WITH year, level, regions, [one IN stated WHERE one.year = year AND (level IS NULL OR one.level = level)] AS here,
     size([one IN stated WHERE one.year = year AND one.kind = 'ASSESSES']) AS dimensions,
     reduce(all = [], one IN stated | CASE WHEN one.year = year AND one.kind = 'COUNTS' AND NOT one.tiers[0] IN all THEN all + one.tiers ELSE all END) AS tiers
UNWIND CASE WHEN level IS NULL THEN [
    ['TITLE', 'title', '', 1], ['EVALUATED_YEAR', 'evaluated year', '', 1], ['PUBLISHED_ON', 'day of publication', '', 1],
    ['ASSESSOR', 'assessor', '', 1], ['COMMISSIONER', 'commissioner', '', 1], ['ASSESSES', 'dimensions', '', null],
    ['GRADES', 'bounds of tiers', 'tiers counted', size(tiers)]]
  ELSE [
    ['OBJECTS', 'number of units assessed', '', 1], ['COUNTS', 'number of regions in each tier', 'regions', regions],
    ['IN_TIER', 'tier of a region', 'regions', regions], ['ROSE', 'rises', '', null],
    ['LEADS_LIST', 'leading regions', 'dimensions', dimensions], ['KEEPS_LEADING', 'lasting leaders', '', null],
    ['NAMED_FOR', 'initiatives', '', null], ['SCORED', 'rank in the overall index', 'regions', regions],
    ['SCORED', 'score in the overall index', 'regions', regions],
    ['RANKED', 'rank in a dimension', 'regions and dimensions', regions * dimensions],
    ['MEAN', 'mean of the overall index', '', 1], ['ABOVE_MEAN', 'number of regions above the mean', '', 1]]
  END AS row
WITH year, level, here, row[0] AS kind, row[1] AS name, row[2] AS unit, row[3] AS total
WITH year, level, kind, name, unit, total, [one IN here WHERE one.kind = kind] AS those
WITH year, level, kind, name, unit, total,
     CASE name WHEN 'number of regions in each tier' THEN toInteger(reduce(sum = 0, one IN those | sum + one.value))
               WHEN 'rank in the overall index' THEN size([one IN those WHERE one.rank IS NOT NULL])
               WHEN 'score in the overall index' THEN size([one IN those WHERE one.value IS NOT NULL])
               ELSE size(those) END AS stated
WHERE stated = 0 OR stated < total OR total = 0
RETURN 'INFO' AS severity, false AS known,
       year + CASE WHEN level IS NULL THEN '' ELSE ', ' + toLower(level) END + ': ' + name
         + CASE WHEN stated = 0 THEN ' not stated'
                WHEN total = 0 THEN ' stated for ' + stated + ' ' + unit + ', of how many is not known'
                ELSE ' stated for ' + stated + ' of ' + total + ' ' + unit END AS message,
       replace(kind, '_LIST', '') AS kind, level, [] AS facts, [year] AS editions, [] AS regions, [] AS sources
ORDER BY year DESC, level DESC, message
