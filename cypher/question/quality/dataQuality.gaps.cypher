// What does each edition not state?
// 各年度有哪些事实未见说明？
// Rows: one row per edition, level and kind of fact that is not stated or not stated completely; the latest edition first, then
// by level and message. level is null for facts about the edition as a whole. Not stated does not mean "no". Levels that an
// edition does not assess are not gaps.
WITH COUNT { (:Province) } AS provinces, COUNT { (:City) } AS cities
MATCH (fact:Fact)
OPTIONAL MATCH (fact)-[:ABOUT]->(subject:Region|Dimension|Tier)
WITH provinces, cities, fact, subject ORDER BY subject.code, subject.key
WITH provinces, cities, fact, [about IN collect(subject) WHERE about:Region OR fact.kind <> 'IN_TIER'] AS subjects
// If several sources state the same, it counts once.
WITH provinces, cities, fact.edition AS year, fact.level AS level, fact.kind AS kind, subjects, max(fact.value) AS value, max(fact.rank) AS rank
WITH provinces, cities, collect({year: year, level: level, kind: kind, value: value, rank: rank, tiers: [about IN subjects WHERE about:Tier | about.key]}) AS stated
MATCH (edition:Edition)
UNWIND [null, 'PROVINCE', 'CITY'] AS level
WITH stated, edition, edition.year AS year, level, CASE level WHEN 'PROVINCE' THEN provinces ELSE cities END AS regions
WHERE level IS NULL OR coalesce(level IN edition.levels, true)
WITH year, level, regions, [entry IN stated WHERE entry.year = year AND (level IS NULL OR entry.level = level)] AS entries,
     size([entry IN stated WHERE entry.year = year AND entry.kind = 'ASSESSES']) AS dimensions,
     reduce(all = [], entry IN stated | CASE WHEN entry.year = year AND entry.kind = 'COUNTS' AND NOT entry.tiers[0] IN all THEN all + entry.tiers ELSE all END) AS tiers
UNWIND CASE WHEN level IS NULL THEN [
    ['TITLE', 'title', '', 1], ['EVALUATED_YEAR', 'evaluated year', '', 1], ['PUBLISHED_ON', 'day of publication', '', 1],
    ['ASSESSOR', 'assessor', '', 1], ['COMMISSIONER', 'commissioner', '', 1], ['LEVELS', 'levels', '', 1], ['ASSESSES', 'dimensions', '', null],
    ['GRADES', 'bounds of tiers', 'tiers counted', size(tiers)]]
  ELSE [
    ['OBJECTS', 'number of units assessed', '', 1], ['COUNTS', 'number of regions in each tier', 'regions', regions],
    ['IN_TIER', 'tier of a region', 'regions', regions], ['ROSE', 'rises', '', null],
    ['LEADS_LIST', 'leading regions', 'dimensions', dimensions], ['KEEPS_LEADING', 'consistent leaders', '', null],
    ['NAMED_FOR', 'initiatives', '', null], ['SCORED', 'rank in the overall index', 'regions', regions],
    ['SCORED', 'score in the overall index', 'regions', regions],
    ['RANKED', 'rank in a dimension', 'regions and dimensions', regions * dimensions],
    ['MEAN', 'mean of the overall index', '', 1], ['ABOVE_MEAN', 'number of regions above the mean', '', 1]]
  END AS row
WITH year, level, entries, row[0] AS kind, row[1] AS name, row[2] AS unit, row[3] AS total
WITH year, level, kind, name, unit, total, [entry IN entries WHERE entry.kind = kind] AS facts
WITH year, level, kind, name, unit, total,
     CASE name WHEN 'number of regions in each tier' THEN toInteger(reduce(sum = 0, fact IN facts | sum + fact.value))
               WHEN 'rank in the overall index' THEN size([fact IN facts WHERE fact.rank IS NOT NULL])
               WHEN 'score in the overall index' THEN size([fact IN facts WHERE fact.value IS NOT NULL])
               ELSE size(facts) END AS stated
WHERE stated = 0 OR stated < total OR total = 0
RETURN 'INFO' AS severity, false AS known,
       year + CASE WHEN level IS NULL THEN '' ELSE ', ' + toLower(level) END + ': ' + name
         + CASE WHEN stated = 0 THEN ' not stated'
                WHEN total = 0 THEN ' stated for ' + stated + ' ' + unit + ', total not known'
                ELSE ' stated for ' + stated + ' of ' + total + ' ' + unit END AS message,
       replace(kind, '_LIST', '') AS kind, level, [] AS facts, [year] AS editions, [] AS regions, [] AS sources
ORDER BY year DESC, level DESC, message
