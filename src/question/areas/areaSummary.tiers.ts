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
  description: "Which regions of an area are known to be in a tier. 区域内已知属于某组别的地区。",
})
export class AreaTier extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Int, {
    description:
      "Number of regions of the area that are known to be in the tier, stated or inferred. Example: 3.",
  })
  readonly count!: number;

  @Field(() => [Region], {
    description: "The regions whose tier a source states, in administrative order.",
  })
  readonly stated!: readonly Region[];

  @Field(() => [Region], { description: "The regions whose tier is inferred, in administrative order." })
  readonly inferred!: readonly Region[];

  readonly basis!: Basis;
}

@ObjectType({
  description:
    "The known tiers of the regions of an area. Whether a tier is known depends on what is printed, mainly rises, so there are no shares and no comparison. 区域内的组别。",
})
export class AreaTiers {
  @Field(() => [AreaTier], {
    description:
      "One entry per tier that is known for any region of the level, from the highest. Regions with unknown tiers may also be in a tier that is not listed or has a count of 0.",
  })
  readonly known!: readonly AreaTier[];

  @Field(() => Int, {
    description:
      "Number of regions of the area whose tier is unknown, because no source states it or sources disagree. Example: 7.",
  })
  readonly unknown!: number;
}

@Resolver(() => AreaProfile)
export class AreaTiersQuestion {
  @FieldResolver(() => AreaTiers, {
    description: "The known tiers of its regions in the edition of this answer. 组别。",
  })
  async tiers(@Root() { regions, level, year }: AreaProfile, @Ctx() context: Context): Promise<AreaTiers> {
    const snapshot = await context.snapshot();
    const all = snapshot.regions.filter((region) => region.level === level);
    const tiers = new Map<Region, RegionTier>();
    await Promise.all(
      all.map(async (region) => tiers.set(region, await askTier(context, region.code, year))),
    );
    const regionsIn = (tier: Tier) => all.filter((region) => tiers.get(region)?.tier === tier);
    const known = snapshot.tiers
      .filter((tier) => regionsIn(tier).length > 0)
      .map((tier): AreaTier => {
        const members = regionsIn(tier).filter((region) => regions.includes(region));
        const by = (basis: Basis) => members.filter((region) => tiers.get(region)?.basis === basis);
        return {
          tier,
          count: members.length,
          stated: by(Basis.STATED),
          inferred: by(Basis.INFERRED),
          basis: Basis.INFERRED,
          facts: members.flatMap((region) => tiers.get(region)?.facts ?? []),
        };
      });
    return { known, unknown: known.reduce((rest, { count }) => rest - count, regions.length) };
  }
}
