// Which rank and score does each region have, and which regions share its rank or are ranked just before it?
// 各地区排名第几，得分多少，与谁并列，仅次于谁？
// Parameters: level, PROVINCE or CITY; edition, null for the latest edition with ranks or scores of the level; dimension, a key
// for the ranks in that dimension, null for the overall index.
// Rows: one row per region with a printed rank or score: by rank, then by score, then in administrative order. Regions without
// a single printed rank come last. rank and score are null if none is printed or sources disagree; ranks and scores have every
// reading. atMost is the worst rank that wording such as «top three» allows. Ranks are dense: tied regions share a rank and no
// rank is skipped, so more than two regions can be before rank 3. before is their number, null if some of them are not known.
// justBefore are the regions with the next better rank, empty if none is known.
:param level => 'CITY';
:param edition => null;
:param dimension => null;
OPTIONAL MATCH (fact:Fact {kind: CASE WHEN $dimension IS NULL THEN 'SCORED' ELSE 'RANKED' END, level: $level})
WHERE $dimension IS NULL OR EXISTS { (fact)-[:ABOUT]->(:Dimension {key: $dimension}) }
WITH coalesce($edition, max(fact.edition)) AS edition
// The last rank up to which each list is complete: the list has the first N ranks without a gap, or all ranks.
WITH edition, COLLECT {
  MATCH (list:Fact {kind: 'SCORED_LIST', level: $level, edition: edition, order: 'RANK'})-[:CITED_FROM]->(source:Source),
        (source)<-[:CITED_FROM]-(said:Fact {kind: 'SCORED', level: $level, edition: edition})-[:ABOUT {role: 'region'}]->(named)
  WHERE $dimension IS NULL AND (list.closed OR list.printedCount IS NOT NULL)
  WITH list, source, named, min(said.rank) AS rank ORDER BY rank
  WITH list, source, collect(rank) AS given
  WITH CASE WHEN list.closed THEN given ELSE given[..list.printedCount] END AS top, list
  WHERE top[0] = 1 AND size(top) >= coalesce(list.printedCount, 1)
    AND all(at IN range(1, size(top) - 1) WHERE top[at] <= top[at - 1] + 1)
  RETURN top[-1] } AS lastRanks
CALL (edition) {
  MATCH (region:Region)-[scored:SCORED]->(:Edition {year: edition}) WHERE $dimension IS NULL
  RETURN region, scored.rank AS rank, null AS atMost, scored.score AS score, scored.fact AS fact
  UNION ALL
  MATCH (region:Region)-[ranked:RANKED {edition: edition}]->(:Dimension {key: $dimension})
  RETURN region, ranked.rank AS rank, ranked.atMost AS atMost, null AS score, ranked.fact AS fact
}
WITH edition, lastRanks, region, rank, atMost, score, fact WHERE (region:City) = ($level = 'CITY')
MATCH (proof:Fact {id: fact})
WITH edition, lastRanks, region, rank, atMost, score, proof ORDER BY proof.id
WITH edition, lastRanks, region, collect(DISTINCT rank) AS ranks, min(rank) AS best, max(rank) AS worst, min(atMost) AS bound,
     collect(DISTINCT score) AS scores, collect(DISTINCT proof.doubt) AS doubts, collect(proof.id) AS facts
WITH edition, lastRanks, {region: region, ranks: ranks, best: best, worst: worst, bound: bound, scores: scores, doubts: doubts,
     facts: facts, rank: CASE WHEN best = worst AND best <= coalesce(bound, best) THEN best END} AS row ORDER BY region.order
WITH edition, lastRanks, collect(row) AS board, COUNT { MATCH (other:Region) WHERE (other:City) = ($level = 'CITY') } AS regions
WITH edition, board, CASE WHEN size([row IN board WHERE row.rank IS NOT NULL]) = regions THEN regions
                          ELSE reduce(last = 1, rank IN lastRanks | CASE WHEN rank > last THEN rank ELSE last END) END AS known
UNWIND board AS row
WITH edition, row, row.region AS region, row.rank AS rank, row.best AS best, row.bound AS bound,
     CASE WHEN size(row.scores) = 1 THEN row.scores[0] END AS score,
     // A region with a disputed rank can be ranked before or after this region.
     CASE WHEN row.rank <= known
           AND none(other IN board WHERE other.rank IS NULL AND coalesce(other.best < row.rank AND other.worst >= row.rank, false))
          THEN size([other IN board WHERE other.worst < row.rank]) END AS before,
     [other IN board WHERE other.rank = row.rank AND other.region <> row.region | other.region] AS tied,
     [other IN board WHERE other.rank = row.rank - 1 | other.region] AS above
RETURN edition, region.code AS code, region.name AS name, rank, score, CASE WHEN rank IS NULL THEN bound END AS atMost,
       before, [other IN tied | other.code] AS tiedWith, [other IN tied | other.name] AS tiedWithNames,
       [other IN above | other.code] AS justBefore, [other IN above | other.name] AS justBeforeNames,
       row.ranks AS ranks, row.scores AS scores, row.doubts AS doubts, row.facts AS facts
ORDER BY rank, CASE WHEN rank IS NULL THEN coalesce(bound, best) END, coalesce(score, -1) DESC, region.order
