// In which tier does each of these regions stand, how is that known, and which tiers remain possible?
// 这些地区分别属于哪个组别、如何得知、还可能属于哪些组别?
// Parameters: codes of regions; edition null for the latest with tiers of the region's level.
// Rows: one a region. tiers are the distinct tiers that facts give it: one if known, several if sources disagree,
// none if nobody says. possible are the tiers with more regions counted than named; empty where nothing is counted.
:param keys => ['420100', '440100'];
:param edition => null;
UNWIND $keys AS key
MATCH (region:Region {code: key})
WITH region, CASE WHEN region:City THEN 'CITY' ELSE 'PROVINCE' END AS level
CALL (level) {
  OPTIONAL MATCH (any:Fact)
  WHERE $edition IS NULL AND any.kind IN ['COUNTS', 'IN_TIER', 'ROSE'] AND any.level = level
  RETURN coalesce($edition, max(any.edition)) AS edition
}
CALL (level, edition) {
  OPTIONAL MATCH (:Edition {year: edition})-[counted:COUNTS {level: level}]->(tier:Tier)
  WITH tier, max(counted.count) AS count, edition, level
  WHERE count > COUNT { MATCH (other:Region)-[:IN_TIER|ROSE {edition: edition}]->(tier)
                        WHERE (other:City) = (level = 'CITY') RETURN DISTINCT other }
  WITH tier ORDER BY tier.order
  RETURN collect(tier.key) AS possible
}
OPTIONAL MATCH (region)-[known:IN_TIER|ROSE {edition: edition}]->(tier:Tier)
WITH region, edition, possible, known, tier ORDER BY tier.order, known.fact
WITH region, edition, possible, collect(DISTINCT tier.key) AS tiers, collect(DISTINCT type(known)) AS types,
     collect(known.fact) AS facts
RETURN region.code AS key, edition, tiers, 'IN_TIER' IN types AS stated, facts, possible
ORDER BY key
