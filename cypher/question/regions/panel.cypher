// What is known about each region in each edition? One flat row each, for statistics.
// 各地区各年度已知哪些情况？每个地区每个年度一行，供统计使用。
// Parameters: level PROVINCE or CITY, or null for both; editions, years.
// Rows: one row per region and edition, also without any fact: provincial-level units first, in administrative order, then by
// edition. If assessed is false, the edition does not assess the level, and all columns after it are empty, except tierBasis.
// rankAtLeast is the best rank of a region outside a complete list. leads… is true if a list names the region, false if a complete
// list does not, null if there is no such list. rose is false if all lists of rises are complete and do not name the region.
// disputed are the columns that are null because sources disagree, doubted those whose source contradicts itself.
:param level => null;
:param editions => [2020, 2022];
UNWIND $editions AS year
MATCH (edition:Edition {year: year})
UNWIND CASE WHEN $level IS NULL THEN ['PROVINCE', 'CITY'] ELSE [$level] END AS level
// What holds for all regions of a level in an edition: ranked lists that are complete from rank 1, lists of leading regions and
// of rises.
WITH edition, level, COLLECT {
  MATCH (list:List {kind: 'SCORED_LIST', level: level, edition: edition.year, order: 'RANK'})<-[:ENTRY_OF]-(entry:Fact)
  WHERE list.closed OR list.printedCount IS NOT NULL
  WITH list, entry ORDER BY entry.rank
  WITH list, collect(entry.rank) AS ranks, collect(entry.id) AS ids
  WHERE ranks[0] = 1 AND size(ranks) >= coalesce(list.printedCount, 1)
    AND all(i IN range(1, size(ranks) - 1) WHERE ranks[i] <= ranks[i - 1] + 1)
    AND (list.closed OR NOT coalesce(ranks[-1] = ranks[-2], false))
  RETURN {lastRank: ranks[-1], facts: [list.id] + ids} ORDER BY ranks[-1] } AS lists,
     COLLECT { MATCH (list:List {kind: 'LEADS_LIST', level: level, edition: edition.year, closed: true})-[:ABOUT {role: 'dimension'}]->(led:Dimension)
               RETURN {dimension: led.key, fact: list.id} ORDER BY list.id } AS leadLists,
     COLLECT { MATCH (before:Tier)<-[:ABOUT {role: 'from'}]-(list:List {kind: 'ROSE_LIST', level: level, edition: edition.year}),
                     (list)-[:ABOUT {role: 'to'}]->(after:Tier)
               WITH before, after, list ORDER BY list.id
               WITH before, after, any(closed IN collect(list.closed) WHERE closed) AS closed, collect(list.id) AS facts
               RETURN {from: before.key, to: after.key, closed: closed, facts: facts} ORDER BY facts[0] } AS riseLists
// A single region that rose has no list. Others can have risen between the same tiers.
WITH *, size(riseLists) > 0 AND all(list IN riseLists WHERE list.closed) AND NOT EXISTS {
          MATCH (:Region)-[rose:ROSE {edition: edition.year, level: level}]->(reached:Tier)
          WHERE none(list IN riseLists WHERE list.from = rose.from AND list.to = reached.key) } AS namesAllRises
MATCH (region:Region {level: level})
WITH *, coalesce(level IN edition.levels, true) AS assessed
OPTIONAL MATCH (region)-[scored:SCORED]->(edition)
OPTIONAL MATCH (region)-[keeps:KEEPS_LEADING]->(edition)
OPTIONAL MATCH (region)-[rose:ROSE {edition: edition.year}]->(reached:Tier)
WITH *, COLLECT { MATCH (region)-[lead:LEADS {edition: edition.year}]->(:Dimension) RETURN lead } AS leads,
     COLLECT { MATCH (region)-[link:IN_TIER|MAY_BE_IN {edition: edition.year}]->(tier:Tier)
               RETURN {key: tier.key, basis: link.basis, facts: link.facts, disputed: link.disputed, doubt: link.doubt} ORDER BY tier.order } AS tiers,
     COLLECT { MATCH (fact:Fact {kind: 'ROSE', edition: edition.year})-[:ABOUT {role: 'region'}]->(region) RETURN fact.id ORDER BY fact.id } AS riseFacts,
     COLLECT { MATCH (fact:Fact) WHERE fact.id IN scored.facts RETURN fact } AS readings,
     CASE WHEN scored.rank IS NULL AND NOT coalesce(scored.disputed, false)
          THEN last([list IN lists WHERE none(id IN list.facts WHERE id IN coalesce(scored.facts, []))]) END AS outside
WITH *, ['EFFECTIVENESS', 'MATURITY', 'COMPLETENESS', 'COVERAGE', 'ACCURACY'] AS keys,
     ['leadsEffectiveness', 'leadsMaturity', 'leadsCompleteness', 'leadsCoverage', 'leadsAccuracy'] AS leadColumns,
     CASE WHEN size(riseFacts) > 0 THEN true WHEN namesAllRises THEN false END AS risen
WITH *, [key IN keys | CASE WHEN any(lead IN leads WHERE lead.dimension = key AND lead.disputed) THEN null
                            WHEN any(lead IN leads WHERE lead.dimension = key) THEN true
                            WHEN any(list IN leadLists WHERE list.dimension = key) THEN false END] AS led,
     // The number of led dimensions: as printed, and as counted if every dimension has a complete list.
     COLLECT { MATCH (fact:Fact {kind: 'LEADS_COUNT', edition: edition.year})-[:ABOUT {role: 'region'}]->(region)
               RETURN DISTINCT toInteger(fact.value) }
       + COLLECT { MATCH (edition)-[:ASSESSES]->(dimension:Dimension)
                   WITH collect(dimension.key) AS assessedKeys
                   WHERE size(assessedKeys) > 0 AND all(key IN assessedKeys WHERE any(list IN leadLists WHERE list.dimension = key))
                   RETURN size(leads) } AS leadCounts
RETURN region.code AS code, level, region.name AS name, region.nameEn AS nameEn, edition.year AS edition, edition.evaluatedYear AS evaluatedYear,
       assessed, scored.rank AS rank, outside.lastRank + 1 AS rankAtLeast, scored.score AS score,
       CASE WHEN tiers[0].basis IS NOT NULL THEN tiers[0].key END AS tier, coalesce(tiers[0].basis, 'UNKNOWN') AS tierBasis,
       CASE WHEN NOT assessed THEN [] WHEN size(tiers) > 0 THEN [tier IN tiers | tier.key]
            ELSE COLLECT { MATCH (tier:Tier) RETURN tier.key ORDER BY tier.order } END AS possibleTiers,
       led[0] AS leadsEffectiveness, led[1] AS leadsMaturity, led[2] AS leadsCompleteness, led[3] AS leadsCoverage, led[4] AS leadsAccuracy,
       CASE WHEN all(number IN leadCounts WHERE number = leadCounts[0]) THEN leadCounts[0] END AS leadCount,
       risen AS rose, rose.from AS roseFrom, reached.key AS roseTo, CASE WHEN keeps IS NOT NULL THEN true END AS keepsLeading,
       CASE WHEN edition.evaluatedYear IS NULL AND EXISTS { (:Fact {kind: 'EVALUATED_YEAR', edition: edition.year}) } THEN ['evaluatedYear'] ELSE [] END
         + CASE WHEN scored.rank IS NULL AND any(fact IN readings WHERE fact.rank IS NOT NULL) THEN ['rank'] ELSE [] END
         + CASE WHEN scored.score IS NULL AND any(fact IN readings WHERE fact.value IS NOT NULL) THEN ['score'] ELSE [] END
         + CASE WHEN any(tier IN tiers WHERE tier.disputed) THEN ['tier'] ELSE [] END
         + [i IN range(0, 4) WHERE any(lead IN leads WHERE lead.dimension = keys[i] AND lead.disputed) | leadColumns[i]]
         + CASE WHEN any(number IN leadCounts WHERE number <> leadCounts[0]) THEN ['leadCount'] ELSE [] END
         + CASE WHEN size(riseFacts) > 0 AND rose.from IS NULL THEN ['roseFrom'] ELSE [] END
         + CASE WHEN size(riseFacts) > 0 AND rose IS NULL THEN ['roseTo'] ELSE [] END AS disputed,
       CASE WHEN scored.doubt AND scored.rank IS NOT NULL THEN ['rank'] ELSE [] END
         + CASE WHEN scored.doubt AND scored.score IS NOT NULL THEN ['score'] ELSE [] END
         + CASE WHEN any(tier IN tiers WHERE tier.doubt) THEN ['tier'] ELSE [] END
         + [i IN range(0, 4) WHERE any(lead IN leads WHERE lead.dimension = keys[i] AND lead.doubt) | leadColumns[i]]
         + CASE WHEN rose.doubt THEN ['rose'] ELSE [] END + CASE WHEN keeps.doubt THEN ['keepsLeading'] ELSE [] END AS doubted,
       COLLECT { UNWIND coalesce(scored.facts, []) + coalesce(outside.facts, []) + coalesce(keeps.facts, [])
                   + CASE WHEN size(tiers) > 0 THEN tiers[0].facts ELSE [] END
                   + reduce(all = [], lead IN leads | all + lead.facts)
                   + [list IN leadLists WHERE none(lead IN leads WHERE lead.dimension = list.dimension) | list.fact]
                   + CASE WHEN risen THEN riseFacts WHEN risen IS NOT NULL THEN reduce(all = [], list IN riseLists | all + list.facts) ELSE [] END AS id
                 RETURN DISTINCT id ORDER BY id } AS facts
ORDER BY level DESC, region.order, edition
