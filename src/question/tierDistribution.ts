import { Args, Ctx, Field, Float, Int, ObjectType, Query, Resolver } from "../api.js";
import { statement } from "../graph/statement.js";
import { decimal, list, nullable, text, whole } from "../graph/type.js";
import { Region } from "../model/region.js";
import { Tier } from "../model/tier.js";
import { answer, checkEdition, LevelAnswer } from "./answer.js";
import { LevelArguments } from "./arguments.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";

export const tierDistribution = statement(
  "question/tierDistribution",
  { level: text, edition: nullable(whole) },
  {
    edition: whole,
    tier: text,
    name: text,
    count: nullable(whole),
    share: nullable(decimal),
    sharePrinted: nullable(text),
    facts: list(text),
    stated: list(text),
    inferred: list(text),
  },
);

@ObjectType({ simpleResolvers: true, description: "How many units stand in a tier. 某组别的地区数与占比。" })
export class TierCount {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    nullable: true,
    description: "Number of units; null where sources disagree. Example: 12.",
  })
  readonly count!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of the units of the level in percent, as printed; null where none is printed or sources disagree. Example: 37.5. Shares may add up to 100.01, since each is rounded.",
  })
  readonly share!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The share exactly as printed; null likewise. Example: 37.50%.",
  })
  readonly sharePrinted!: string | null;

  @Field(() => [Region], {
    description: "Regions that a source puts in this tier in so many words, in administrative order.",
  })
  readonly stated!: readonly Region[];

  @Field(() => [Region], {
    description: "Regions whose printed rise leads to this tier, in administrative order.",
  })
  readonly inferred!: readonly Region[];

  @Field(() => Int, {
    nullable: true,
    description:
      "How many regions of this tier no source names: the count less those stated and inferred; null where the count is.",
  })
  readonly unnamed!: number | null;

  readonly facts!: readonly string[];
}

@ObjectType({
  simpleResolvers: true,
  description: "How the units of a level are spread over the tiers. 组别分布。",
})
export class TierDistribution extends LevelAnswer {
  @Field(() => [TierCount], { description: "One a tier that the edition counts, from the highest." })
  readonly tiers!: readonly TierCount[];
}

@Resolver()
export class TierDistributionQuestion {
  @Query(() => TierDistribution, {
    nullable: true,
    description:
      "How many units stand in each tier, with which share, and which of them are named? Most are not. 各组别的地区数、占比与已知成员。",
  })
  async tierDistribution(
    @Args(() => LevelArguments) { level, edition = null }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<TierDistribution> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const rows = await context.request.ask(tierDistribution, { level, edition });
    return answer(context, snapshot, { kind: "COUNTS", level, edition }, rows, {
      level,
      tiers: rows.map(
        ({ tier, count, share, sharePrinted, facts, stated, inferred }): TierCount => ({
          tier: snapshot.tier(tier),
          count,
          share,
          sharePrinted,
          stated: stated.map((code) => snapshot.region(code)),
          inferred: inferred.map((code) => snapshot.region(code)),
          unnamed: count === null ? null : count - stated.length - inferred.length,
          facts,
        }),
      ),
    });
  }
}

export const TierCountEvidence = evidenceOf(TierCount, "this count");
