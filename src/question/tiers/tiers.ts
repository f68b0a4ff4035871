import { Ctx, Query, Resolver } from "../../api.js";
import { Tier } from "../../model/tier.js";
import type { Context } from "../context.js";

@Resolver()
export class TiersQuestion {
  @Query(() => [Tier], { description: "The tiers of the overall index, from the highest. 组别。" })
  async tiers(@Ctx() context: Context): Promise<readonly Tier[]> {
    return (await context.refer("tiers")).tiers;
  }
}
