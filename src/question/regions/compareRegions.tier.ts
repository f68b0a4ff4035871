import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { RegionTier } from "../../model/regionTier.js";
import type { Context } from "../context.js";
import { askTier } from "../tiers/region.tier.js";
import { ComparedRegion } from "./regionComparison.js";

@Resolver(() => ComparedRegion)
export class CompareRegionsTierQuestion {
  @FieldResolver(() => RegionTier, {
    description: "What is known about the region's tier in the edition of this answer. 组别。",
  })
  tier(@Root() { region, edition }: ComparedRegion, @Ctx() context: Context): Promise<RegionTier> {
    return askTier(context, region.code, edition.year);
  }
}
