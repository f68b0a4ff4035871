// How many units stand in each tier, with which share, and which of them are named?
// 各组别有多少个地区、占比多少、点名了哪些?
// Parameters: level PROVINCE or CITY; edition null for the latest with such counts.
// Rows: one a tier that the edition counts, from the highest. share is in percent of the units of the level. stated are
// the codes of regions that a source puts in the tier, inferred those whose printed rise leads there; most regions
// are in neither list, which does not mean that they stand elsewhere.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'COUNTS', level: $level})
WITH coalesce($edition, max(any.edition)) AS edition
MATCH (:Edition {year: edition})-[counted:COUNTS {level: $level}]->(graded:Tier)
WITH edition, graded AS place, collect(DISTINCT counted.count) AS readings, collect(DISTINCT counted.sharePrinted) AS shares,
     collect(DISTINCT counted.share) AS figures, collect(counted.fact) AS facts
RETURN edition, place.key AS tier, place.name AS name,
       CASE WHEN size(readings) = 1 THEN readings[0] END AS count,
       CASE WHEN size(figures) = 1 THEN figures[0] END AS share,
       CASE WHEN size(shares) = 1 THEN shares[0] END AS sharePrinted, facts,
       COLLECT { MATCH (region:Region)-[:IN_TIER {edition: edition}]->(place)
                 WHERE (region:City) = ($level = 'CITY')
                 WITH DISTINCT region ORDER BY region.order RETURN region.code } AS stated,
       COLLECT { MATCH (region:Region)-[:ROSE {edition: edition}]->(place)
                 WHERE (region:City) = ($level = 'CITY') AND NOT EXISTS { (region)-[:IN_TIER {edition: edition}]->(place) }
                 WITH DISTINCT region ORDER BY region.order RETURN region.code } AS inferred
ORDER BY place.order
