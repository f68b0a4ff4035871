import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { PreviousTierCount, PreviousTiers } from "./previousTiers.js";
import { TierChanges } from "./tierChanges.js";
import { TierCount } from "./tierCount.js";
import { tierCounts, tierDistribution } from "./tierDistribution.js";

export const tiersBefore = statement(
  "question/tiers/tierChanges.before",
  { level: text, edition: nullable(whole) },
  { tier: text, name: text, count: whole, facts: list(text) },
);

const condition =
  "No region fell, and only the named regions rose. Falls are never printed, so this is arithmetic, not a fact about that edition.";

@Resolver(() => TierChanges)
export class TiersBeforeQuestion {
  @FieldResolver(() => PreviousTiers, {
    nullable: true,
    description:
      "The number of units that each tier would have had in the previous edition if no region fell: the counts of this edition without the rises. Null if this edition does not print all counts and all rises. 假如无人下降，上一版的组别分布。",
  })
  async previousIfNobodyFell(
    @Root() { level, year: currentYear }: TierChanges,
    @Ctx() context: Context,
  ): Promise<PreviousTiers | null> {
    const snapshot = await context.snapshot();
    const rows = await context.request.ask(tiersBefore, { level, edition: currentYear });
    if (rows.length === 0 || currentYear === null) return null;
    const year = currentYear - 1;
    return {
      year,
      basis: Basis.INFERRED,
      condition,
      tiers: rows.map(({ tier, count, facts }) => ({
        tier: snapshot.tier(tier),
        count,
        level,
        year,
        basis: Basis.INFERRED,
        facts,
      })),
    };
  }
}

@Resolver(() => PreviousTierCount)
export class KnownBeforeQuestion {
  @FieldResolver(() => TierCount, {
    nullable: true,
    description:
      "The known count and members of this tier in the previous edition, without any condition, for comparison. Null if neither a count nor a member is known, or if that edition is not loaded.",
  })
  async known(
    @Root() { tier, level, year }: PreviousTierCount,
    @Ctx() context: Context,
  ): Promise<TierCount | null> {
    const snapshot = await context.snapshot();
    if (snapshot.find("Edition", year) === undefined) return null;
    const rows = await context.request.ask(tierDistribution, { level, edition: year });
    return tierCounts(snapshot, rows).find((count) => count.tier === tier) ?? null;
  }
}
