// What does each edition leave unsaid?
// 各年度有哪些事实未见说明?
// Rows: one an edition, level and kind of fact of which nothing is stated, or not all there is, by edition, level and kind;
// level is null for what concerns the edition as a whole. Nothing that an edition leaves unsaid is taken for a no. Levels
// that a later edition says it assesses for the first time are no gap.
MATCH (edition:Edition)
WITH edition.year AS year
UNWIND [null, 'PROVINCE', 'CITY'] AS level
WITH year, level
WHERE level IS NULL OR NOT EXISTS { MATCH (first:Fact {kind: 'FIRST_ASSESSED', level: level}) WHERE first.edition > year }
WITH year, level, COUNT { MATCH (region:Region) WHERE (region:City) = (level = 'CITY') } AS regions,
     COUNT { MATCH (:Edition {year: year})-[:ASSESSES]->(assessed:Dimension) RETURN DISTINCT assessed } AS dimensions,
     COUNT { MATCH (:Edition {year: year})-[:COUNTS]->(counted:Tier) RETURN DISTINCT counted } AS tiers
UNWIND CASE WHEN level IS NULL THEN [
    ['TITLE', 'title', '', 1], ['EVALUATED_YEAR', 'evaluated year', '', 1], ['PUBLISHED_ON', 'day of publication', '', 1],
    ['ASSESSOR', 'assessor', '', 1], ['COMMISSIONER', 'commissioner', '', 1], ['ASSESSES', 'dimensions', '', null],
    ['GRADES', 'bounds of tiers', 'tiers counted', tiers]]
  ELSE [
    ['OBJECTS', 'number of units assessed', '', 1], ['COUNTS', 'number of regions in each tier', 'regions', regions],
    ['IN_TIER', 'tier of a region', 'regions', regions], ['ROSE', 'rises', '', null],
    ['LEADS', 'leading regions', 'dimensions', dimensions], ['KEEPS_LEADING', 'lasting leaders', '', null],
    ['NAMED_FOR', 'initiatives', '', null], ['SCORED', 'rank in the overall index', 'regions', regions],
    ['SCORED', 'score in the overall index', 'regions', regions],
    ['RANKED', 'rank in a dimension', 'regions and dimensions', regions * dimensions],
    ['MEAN', 'mean of the overall index', '', 1], ['ABOVE_MEAN', 'number of regions above the mean', '', 1]]
  END AS row
WITH year, level, row[0] AS kind, row[1] AS name, row[2] AS unit, row[3] AS total
CALL (year, level, kind, name) {
  OPTIONAL MATCH (fact:Fact {kind: kind, edition: year})
  WHERE (level IS NULL OR fact.level = level)
    AND CASE name WHEN 'rank in the overall index' THEN fact.rank IS NOT NULL
                  WHEN 'score in the overall index' THEN fact.value IS NOT NULL ELSE true END
  OPTIONAL MATCH (fact)-[about:ABOUT]->(subject:Region|Dimension|Tier)
  WITH fact, subject ORDER BY subject.key, subject.code
  WITH fact, collect(subject) AS subjects
  // What several sources state counts once.
  WITH subjects, max(fact.value) AS value, count(fact) AS facts
  RETURN toInteger(sum(value)) AS sum, count(CASE WHEN facts > 0 THEN 1 END) AS things
}
WITH year, level, kind, name, unit, total, CASE kind WHEN 'COUNTS' THEN sum ELSE things END AS stated
WHERE stated = 0 OR stated < total
RETURN 'INFO' AS severity, false AS known,
       year + CASE WHEN level IS NULL THEN '' ELSE ', ' + toLower(level) END + ': ' + name
         + CASE WHEN stated = 0 THEN ' not stated' ELSE ' stated for ' + stated + ' of ' + total + ' ' + unit END AS message,
       kind, level, [] AS facts, [year] AS editions, [] AS regions, [] AS sources
ORDER BY year DESC, level DESC, message
