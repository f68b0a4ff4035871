// In which tier is each of these regions, how is that known, and which tiers are possible?
// 这些地区分别属于哪个组别、如何得知、还可能属于哪些组别？
// Parameters: keys are codes of regions, or null for all regions; edition a year.
// Rows: one row per region and tier that is known or still possible, the highest tier first. A region without a row can be in
// any tier, or the edition does not assess its level. basis is STATED, INFERRED, or UNKNOWN if the tier is one of several.
// because are the reasons, facts the facts that the row follows from. disputed is true if facts name different tiers.
:param keys => ['420100', '440100'];
:param edition => 2022;
MATCH (region:Region)-[link:IN_TIER|MAY_BE_IN {edition: $edition}]->(tier:Tier)
WHERE $keys IS NULL OR region.code IN $keys
WITH region, link, tier ORDER BY region.code, tier.order
RETURN region.code AS key, tier.key AS tier, coalesce(link.basis, 'UNKNOWN') AS basis, link.because AS because,
       link.facts AS facts, link.disputed AS disputed
