// How many units would each tier have had in the previous edition, if no region fell and only the named regions rose?
// 假如无人下降、除点名者外也无人上升，上一版各组别会有多少个地区？
// Parameters: level PROVINCE or CITY; edition a year.
// Rows: one row per tier with units in either edition, from the highest; none unless the edition prints all counts and all
// rises. count is the count of this edition, minus the regions that rose to the tier, plus the regions that rose from it.
// Falls are never printed, so this is arithmetic, not a fact about that edition.
:param level => 'CITY';
:param edition => 2022;
WITH COUNT { (:Region {level: $level}) } AS regions,
     COUNT { MATCH (fact:Fact {kind: 'ROSE', level: $level, edition: $edition})-[:ABOUT {role: 'region'}]->(region)
             RETURN DISTINCT region } AS risen,
     COLLECT { MATCH (before)<-[:ABOUT {role: 'from'}]-(list:List {kind: 'ROSE_LIST', level: $level, edition: $edition})
                     -[:ABOUT {role: 'to'}]->(after)
               RETURN DISTINCT [before.key, after.key] } AS listed,
     COLLECT { MATCH (before)<-[:ABOUT {role: 'from'}]-(list:List {kind: 'ROSE_LIST', level: $level, edition: $edition, closed: true})
                     -[:ABOUT {role: 'to'}]->(after)
               RETURN DISTINCT [before.key, after.key] } AS closed,
     COLLECT { MATCH (region:Region)-[rose:ROSE {edition: $edition, level: $level}]->(to:Tier)
               RETURN {from: rose.from, to: to.key, facts: rose.facts} ORDER BY region.order } AS rises
MATCH (tier:Tier)
OPTIONAL MATCH (:Edition {year: $edition})-[counted:COUNTS {level: $level}]->(tier)
WITH regions, risen, listed, closed, rises, tier, counted ORDER BY tier.order
WITH regions, risen, listed, closed, rises, collect({key: tier.key, name: tier.name, count: counted.count, facts: coalesce(counted.facts, [])}) AS tiers
// A single region that rose has no list. Others can have risen between the same tiers.
WHERE closed <> [] AND all(move IN listed WHERE move IN closed)
  AND size(rises) = risen AND all(rise IN rises WHERE rise.from IS NOT NULL AND [rise.from, rise.to] IN closed)
  AND reduce(sum = 0, tier IN tiers | sum + coalesce(tier.count, 0)) = regions
UNWIND tiers AS tier
WITH tier, [rise IN rises WHERE rise.to = tier.key] AS into, [rise IN rises WHERE rise.from = tier.key] AS out
WHERE tier.count IS NOT NULL OR out <> []
RETURN tier.key AS tier, tier.name AS name, coalesce(tier.count, 0) - size(into) + size(out) AS count,
       reduce(all = tier.facts, rise IN into + out | all + rise.facts) AS facts
