import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import type { RegionTier } from "../../model/regionTier.js";
import { Tier } from "../../model/tier.js";
import type { Context } from "../context.js";
import { askTier } from "../tiers/region.tier.js";
import { AreaProfile } from "./areaSummary.js";

@ObjectType({
  description: "Which regions of an area are known to stand in a tier. 区域内已知属于某组别的地区。",
})
export class AreaTier extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    description: "How many regions of the area are known to stand in it, stated or inferred. Example: 3.",
  })
  readonly count!: number;

  @Field(() => [Region], {
    description: "Those of which a source says so in so many words, in administrative order.",
  })
  readonly stated!: readonly Region[];

  @Field(() => [Region], { description: "Those of which it follows, in administrative order." })
  readonly inferred!: readonly Region[];

  readonly basis!: Basis;
}

@ObjectType({
  description:
    "What is known of the tiers in an area. Who is known at all depends on what is printed (above all rises), so there is no share and no comparison. 区域内的组别。",
})
export class AreaTiers {
  @Field(() => [AreaTier], {
    description:
      "One a tier in which any region of the level is known to stand, from the highest. A tier that is not here, or that counts 0, may hold some of the unknown.",
  })
  readonly known!: readonly AreaTier[];

  @Field(() => Int, {
    description:
      "Of how many regions of the area the tier is unknown, since nobody says or sources disagree. Example: 7.",
  })
  readonly unknown!: number;
}

@Resolver(() => AreaProfile)
export class AreaTiersQuestion {
  @FieldResolver(() => AreaTiers, {
    description: "The tiers of its regions in the edition of this answer, as far as they are known. 组别。",
  })
  async tiers(@Root() { regions, level, year }: AreaProfile, @Ctx() context: Context): Promise<AreaTiers> {
    const snapshot = await context.snapshot();
    const all = snapshot.regions.filter((region) => region.level === level);
    const tiers = new Map<Region, RegionTier>();
    await Promise.all(
      all.map(async (region) => tiers.set(region, await askTier(context, region.code, year))),
    );
    const having = (tier: Tier) => all.filter((region) => tiers.get(region)?.tier === tier);
    const known = snapshot.tiers
      .filter((tier) => having(tier).length > 0)
      .map((tier): AreaTier => {
        const here = having(tier).filter((region) => regions.includes(region));
        const by = (basis: Basis) => here.filter((region) => tiers.get(region)?.basis === basis);
        return {
          tier,
          count: here.length,
          stated: by(Basis.STATED),
          inferred: by(Basis.INFERRED),
          basis: Basis.INFERRED,
          facts: here.flatMap((region) => tiers.get(region)?.facts ?? []),
        };
      });
    return { known, unknown: known.reduce((left, { count }) => left - count, regions.length) };
  }
}
