import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Coverage } from "../../model/coverage.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, LevelAnswer, scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { askCoverage } from "../facts/coverage.js";
import type { Snapshot } from "../snapshot.js";
import { CumulatedCount } from "./cumulatedCount.js";
import { TierCount } from "./tierCount.js";

const basis = oneOf(...Object.values(Basis));

export const tierDistribution = statement(
  "question/tiers/tierDistribution",
  { level: text, edition: nullable(whole) },
  {
    tier: text,
    name: text,
    count: nullable(whole),
    basis,
    share: nullable(decimal),
    sharePrinted: nullable(text),
    facts: list(text),
    stated: list(text),
    inferred: list(text),
    cumulated: nullable(whole),
    below: nullable(whole),
    cumulatedBasis: basis,
    cumulatedFacts: list(text),
  },
);

type DistributionRow = Row<typeof tierDistribution>;

@ObjectType({
  description: "The number of units of a level in each tier. 组别分布。",
})
export class TierDistribution extends LevelAnswer {
  @Field(() => [TierCount], {
    description: "One entry per tier whose count or a member is known, from the highest.",
  })
  readonly tiers!: readonly TierCount[];

  @UnknownIfEmpty()
  @Field(() => [CumulatedCount], {
    description:
      "The number of units in a tier or a higher tier (“高”以上), from the highest. Tiers for which it is not known are not listed. The lowest tier is not listed, because its count is all units. 累计数。",
  })
  readonly cumulated!: readonly CumulatedCount[];

  /** Year of the edition; null if no edition has such facts. */
  readonly year!: number | null;
}

@Resolver(() => TierDistribution)
export class TierDistributionQuestion {
  @Query(() => TierDistribution, {
    nullable: true,
    description:
      "How many units are in each tier, what is their share, and which of them are known? Most members are not known. 各组别的地区数、占比与已知成员。 Example: tierDistribution(level: CITY, edition: 2020).",
  })
  async tierDistribution(
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<TierDistribution> {
    const snapshot = await context.snapshot();
    const scope = scopeOf(snapshot, "COUNTS", level, edition);
    const rows = await context.request.ask(tierDistribution, { level, edition: scope.year });
    return answer(context, snapshot, scope, {
      level,
      tiers: tierCounts(snapshot, rows),
      cumulated: rows
        .filter(({ cumulated, cumulatedFacts }) => cumulated !== null || cumulatedFacts.length > 0)
        .map((row) => cumulatedCount(snapshot, row)),
      year: scope.year,
    });
  }

  @FieldResolver(() => Coverage, {
    description:
      "Number of regions whose tier is known, stated or inferred. 组别已知的地区数。 Example: 12 of 32 provincial-level units in 2022.",
  })
  known(@Root() { level, year }: TierDistribution, @Ctx() context: Context): Promise<Coverage> {
    return askCoverage(context, "IN_TIER", level, year);
  }
}

/** Returns the rows for which a count (disputed or not) or a member is known. */
export function tierCounts(snapshot: Snapshot, rows: readonly DistributionRow[]): TierCount[] {
  return rows
    .map(({ tier, count, basis, share, sharePrinted, facts, stated, inferred }) => ({
      tier: snapshot.tier(tier),
      count,
      basis,
      share,
      sharePrinted,
      stated: stated.map((code) => snapshot.region(code)),
      inferred: inferred.map((code) => snapshot.region(code)),
      unnamed: unnamedOf(count, stated.length + inferred.length),
      facts,
    }))
    .filter(({ facts, stated, inferred }) => facts.length + stated.length + inferred.length > 0);
}

function unnamedOf(count: number | null, known: number): number | null {
  return count === null || count < known ? null : count - known;
}

function cumulatedCount(
  snapshot: Snapshot,
  { tier, cumulated, below, cumulatedBasis, cumulatedFacts }: DistributionRow,
): CumulatedCount {
  return {
    tier: snapshot.tier(tier),
    count: cumulated,
    below,
    basis: cumulatedBasis,
    facts: cumulatedFacts,
  };
}
