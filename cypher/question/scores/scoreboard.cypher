// Who stands where by rank: which rank and score does each region have, who shares its rank, and who stands just before?
// 各地区排名第几、得分多少、与谁并列、仅次于谁?
// Parameters: level PROVINCE or CITY; edition null for the latest with ranks or scores of the level; dimension a key for
// the ranks in that dimension, null for the overall index.
// Rows: one a region with a printed rank or score, by rank, then by score, then in administrative order; who has no single
// printed rank comes last. rank and score are null where none is printed or sources disagree (ranks and scores hold every
// reading); atMost is the worst rank that words such as «top three» allow. Ranks are dense: ties share one and none is
// skipped, so that rank 3 may have more than two before it: `before` counts them where everybody up to there is known, else
// it is null. justBefore are those with the next better rank, empty where nobody is known to have it.
:param level => 'CITY';
:param edition => null;
:param dimension => null;
OPTIONAL MATCH (any:Fact {kind: CASE WHEN $dimension IS NULL THEN 'SCORED' ELSE 'RANKED' END, level: $level})
WHERE $dimension IS NULL OR EXISTS { (any)-[:ABOUT]->(:Dimension {key: $dimension}) }
WITH coalesce($edition, max(any.edition)) AS edition
// The last rank of each list that is complete up to there: it gives the first so many without a gap, or all there are.
WITH edition, COLLECT {
  MATCH (list:Fact {kind: 'SCORED_LIST', level: $level, edition: edition, order: 'RANK'})-[:CITED_FROM]->(source:Source),
        (source)<-[:CITED_FROM]-(said:Fact {kind: 'SCORED', level: $level, edition: edition})-[:ABOUT {role: 'region'}]->(named)
  WHERE $dimension IS NULL AND (list.closed OR list.printedCount IS NOT NULL)
  WITH list, source, named, min(said.rank) AS rank ORDER BY rank
  WITH list, source, collect(rank) AS given
  WITH CASE WHEN list.closed THEN given ELSE given[..list.printedCount] END AS top, list
  WHERE top[0] = 1 AND size(top) >= coalesce(list.printedCount, 1)
    AND all(at IN range(1, size(top) - 1) WHERE top[at] <= top[at - 1] + 1)
  RETURN top[-1] } AS reaches
CALL (edition) {
  MATCH (region:Region)-[scored:SCORED]->(:Edition {year: edition}) WHERE $dimension IS NULL
  RETURN region, scored.rank AS rank, null AS atMost, scored.score AS score, scored.fact AS fact
  UNION ALL
  MATCH (region:Region)-[ranked:RANKED {edition: edition}]->(:Dimension {key: $dimension})
  RETURN region, ranked.rank AS rank, ranked.atMost AS atMost, null AS score, ranked.fact AS fact
}
WITH edition, reaches, region, rank, atMost, score, fact WHERE (region:City) = ($level = 'CITY')
MATCH (said:Fact {id: fact})
WITH edition, reaches, region, rank, atMost, score, said ORDER BY said.id
WITH edition, reaches, region, collect(DISTINCT rank) AS ranks, min(rank) AS best, max(rank) AS worst, min(atMost) AS bound,
     collect(DISTINCT score) AS scores, collect(DISTINCT said.doubt) AS doubts, collect(said.id) AS facts
WITH edition, reaches, {region: region, ranks: ranks, best: best, worst: worst, bound: bound, scores: scores, doubts: doubts,
     facts: facts, rank: CASE WHEN best = worst AND best <= coalesce(bound, best) THEN best END} AS one ORDER BY region.order
WITH edition, reaches, collect(one) AS board, COUNT { MATCH (any:Region) WHERE (any:City) = ($level = 'CITY') } AS regions
WITH edition, board, CASE WHEN size([one IN board WHERE one.rank IS NOT NULL]) = regions THEN regions
                          ELSE reduce(far = 1, reach IN reaches | CASE WHEN reach > far THEN reach ELSE far END) END AS known
UNWIND board AS one
WITH edition, one, one.region AS region, one.rank AS rank, one.best AS best, one.bound AS bound,
     CASE WHEN size(one.scores) = 1 THEN one.scores[0] END AS score,
     // Somebody whose rank is disputed may stand before or behind.
     CASE WHEN one.rank <= known
           AND none(other IN board WHERE other.rank IS NULL AND coalesce(other.best < one.rank AND other.worst >= one.rank, false))
          THEN size([other IN board WHERE other.worst < one.rank]) END AS before,
     [other IN board WHERE other.rank = one.rank AND other.region <> one.region | other.region] AS tied,
     [other IN board WHERE other.rank = one.rank - 1 | other.region] AS above
RETURN edition, region.code AS code, region.name AS name, rank, score, CASE WHEN rank IS NULL THEN bound END AS atMost,
       before, [other IN tied | other.code] AS tiedWith, [other IN tied | other.name] AS tiedWithNames,
       [other IN above | other.code] AS justBefore, [other IN above | other.name] AS justBeforeNames,
       one.ranks AS ranks, one.scores AS scores, one.doubts AS doubts, one.facts AS facts
ORDER BY rank, CASE WHEN rank IS NULL THEN coalesce(bound, best) END, coalesce(score, -1) DESC, region.order
