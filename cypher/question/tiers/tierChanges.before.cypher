// How many units would each tier have had in the previous edition, if no region fell and only the named regions rose?
// 假如无人下降、除点名者外也无人上升，上一版各组别会有多少个地区？
// Parameters: level PROVINCE or CITY; edition a year, or null for the latest edition with lists of rises.
// Rows: one row per tier with units in either edition, from the highest; none unless the edition prints all counts and all
// rises. count is the count of this edition, minus the regions that rose to the tier, plus the regions that rose from it.
// Falls are never printed, so this is arithmetic, not a fact about that edition.
:param level => 'CITY';
:param edition => null;
OPTIONAL MATCH (any:Fact {kind: 'ROSE_LIST', level: $level})
WITH coalesce($edition, max(any.edition)) AS edition
WITH edition,
     COLLECT { MATCH (region:Region)-[rose:ROSE {edition: edition}]->(to:Tier)
               WHERE (region:City) = ($level = 'CITY')
               WITH region, rose, to ORDER BY rose.fact
               WITH region, rose.from AS from, to, collect(rose.fact) AS facts ORDER BY region.order, to.order, from
               RETURN {code: region.code, from: from, to: to.key, facts: facts} } AS rises,
     COLLECT { MATCH (before:Tier)<-[:ABOUT {role: 'from'}]-(list:Fact {kind: 'ROSE_LIST', level: $level, edition: edition})
                     -[:ABOUT {role: 'to'}]->(after:Tier)
               WITH before, after, collect(list.closed) AS closed
               RETURN any(complete IN closed WHERE complete) } AS closed
MATCH (tier:Tier)
OPTIONAL MATCH (:Edition {year: edition})-[counted:COUNTS {level: $level}]->(tier)
WITH edition, rises, closed, tier, counted ORDER BY tier.order, counted.fact
WITH edition, rises, closed, tier, collect(DISTINCT counted.count) AS counts, collect(counted.fact) AS facts
WITH edition, rises, closed,
     collect({key: tier.key, name: tier.name, count: CASE WHEN size(counts) = 1 THEN counts[0] END, facts: facts}) AS tiers
WHERE closed <> [] AND all(complete IN closed WHERE complete)
  AND none(rise IN rises WHERE size([other IN rises WHERE other.code = rise.code]) > 1)
  AND reduce(sum = 0, tier IN tiers | sum + coalesce(tier.count, 0))
    = COUNT { MATCH (region:Region) WHERE (region:City) = ($level = 'CITY') }
UNWIND tiers AS tier
WITH edition, tier, [rise IN rises WHERE rise.to = tier.key] AS into, [rise IN rises WHERE rise.from = tier.key] AS out
WHERE tier.count IS NOT NULL OR out <> []
RETURN edition, tier.key AS tier, tier.name AS name, coalesce(tier.count, 0) - size(into) + size(out) AS count,
       reduce(all = tier.facts, rise IN into + out | all + rise.facts) AS facts
