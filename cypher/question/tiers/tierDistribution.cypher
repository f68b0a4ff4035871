// How many units are in each tier, what is their share, and which of them are known?
// 各组别有多少个地区、占比多少、已知有哪些？
// Parameters: level PROVINCE or CITY; edition a year.
// Rows: one row per tier, from the highest, if its count, its cumulated count or a member is known. count is STATED as printed,
// or INFERRED: a cumulated count minus the higher tiers, or counted because for every region it is known whether it is in the
// tier. It is null if it is UNKNOWN. share is in percent of the units of the level; it is computed if none is printed.
// cumulated is the count of the tier and the higher tiers, below the count of the other units. stated and inferred are the
// codes of the known members. Most regions are in neither list; they can still be in the tier.
:param level => 'CITY';
:param edition => 2022;
WITH COUNT { (:Region {level: $level}) } AS size,
     COLLECT { MATCH (:Region)-[known:IN_TIER|MAY_BE_IN {edition: $edition, level: $level}]->(:Tier)
               UNWIND known.facts AS fact RETURN DISTINCT fact } AS tierFacts
MATCH (tier:Tier)
OPTIONAL MATCH (:Edition {year: $edition})-[counted:COUNTS {level: $level}]->(tier)
WITH size, tierFacts, tier, counted ORDER BY tier.order
WITH size, tierFacts, tier, counted,
     COLLECT { MATCH (region:Region)-[known:IN_TIER {edition: $edition, level: $level}]->(tier)
               RETURN {code: region.code, basis: known.basis} ORDER BY region.order } AS members,
     COLLECT { MATCH (fact:Fact {kind: 'COUNTS_FROM', level: $level, edition: $edition})-[:ABOUT]->(tier)
               RETURN fact ORDER BY fact.id } AS sums,
     // The regions of which it is known whether they are in the tier.
     COUNT { MATCH (region:Region {level: $level})
             WHERE EXISTS { (region)-[:IN_TIER {edition: $edition}]->(:Tier) }
                OR EXISTS { (region)-[:MAY_BE_IN {edition: $edition}]->(:Tier) }
                   AND NOT EXISTS { (region)-[:MAY_BE_IN {edition: $edition}]->(tier) } } AS decided
WITH size, tierFacts, tier.key AS key, tier.name AS name, members, counted, decided = size AS isDecided,
     [fact IN sums | fact.id] AS sumFacts, size(sums) > 0 AS summed,
     CASE WHEN all(fact IN sums WHERE fact.value = sums[0].value) THEN toInteger(sums[0].value) END AS sum,
     EXISTS { MATCH (fact:Fact) WHERE fact.id IN counted.facts AND fact.text IS NOT NULL } AS hasShare
WITH size, tierFacts, collect({key: key, name: name, members: members, counted: counted IS NOT NULL, count: counted.count,
     facts: coalesce(counted.facts, []), share: counted.share, sharePrinted: counted.sharePrinted, hasShare: hasShare,
     isDecided: isDecided, summed: summed, sum: sum, sumFacts: sumFacts}) AS rows
// If no count is printed and every region is decided, the members are counted. If the printed counts add up to all regions,
// tiers without a printed count get none.
WITH size, [row IN rows |
       CASE WHEN NOT row.counted AND row.isDecided AND reduce(sum = 0, other IN rows | sum + coalesce(other.count, 0)) < size
            THEN row {.*, count: size(row.members), facts: tierFacts} ELSE row END] AS rows
// From the highest tier down: a printed sum minus the previous sum is a count; the previous sum plus a count is a sum.
WITH size, tail(reduce(done = [{sum: 0, sumFacts: []}], row IN rows | done + [row {.*,
       count: coalesce(row.count, CASE WHEN NOT row.counted AND row.sum >= done[-1].sum THEN row.sum - done[-1].sum END),
       facts: CASE WHEN row.facts <> [] THEN row.facts ELSE row.sumFacts + done[-1].sumFacts END,
       sum: CASE WHEN row.summed THEN row.sum ELSE done[-1].sum + row.count END,
       sumFacts: CASE WHEN row.summed THEN row.sumFacts ELSE done[-1].sumFacts + row.facts END}])) AS rows
UNWIND rows AS row
WITH size, row, row.key = rows[0].key AS highest, CASE WHEN row.key <> rows[-1].key THEN row.sum END AS cumulated
WHERE row.count IS NOT NULL OR cumulated IS NOT NULL OR row.members <> [] OR row.counted OR row.summed
RETURN row.key AS tier, row.name AS name, row.count AS count,
       CASE WHEN row.hasShare THEN row.share ELSE round(100.0 * row.count / size, 2) END AS share, row.sharePrinted AS sharePrinted,
       CASE WHEN row.count IS NULL THEN 'UNKNOWN' WHEN row.counted THEN 'STATED' ELSE 'INFERRED' END AS basis,
       CASE WHEN row.count IS NOT NULL OR row.counted THEN row.facts ELSE [] END AS facts,
       [member IN row.members WHERE member.basis = 'STATED' | member.code] AS stated,
       [member IN row.members WHERE member.basis = 'INFERRED' | member.code] AS inferred,
       cumulated, size - cumulated AS below,
       CASE WHEN cumulated IS NULL THEN 'UNKNOWN' WHEN row.summed OR highest AND row.counted THEN 'STATED'
            ELSE 'INFERRED' END AS cumulatedBasis,
       CASE WHEN cumulated IS NOT NULL OR row.summed THEN row.sumFacts ELSE [] END AS cumulatedFacts
