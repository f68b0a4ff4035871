import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { RegionTier } from "../../model/regionTier.js";
import type { Context } from "../context.js";
import { askTier } from "../tiers/region.tier.js";
import { HistoryEntry } from "./regionHistory.js";

@Resolver(() => HistoryEntry)
export class HistoryTierQuestion {
  @FieldResolver(() => RegionTier, {
    description: "The region's tier in this edition. 组别。",
  })
  tier(@Root() { region, edition }: HistoryEntry, @Ctx() context: Context): Promise<RegionTier> {
    return askTier(context, region.code, edition.year);
  }
}
