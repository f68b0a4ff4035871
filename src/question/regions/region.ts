import { Arg, Ctx, Query, Resolver } from "../../api.js";
import { Region } from "../../model/region.js";
import type { Context } from "../context.js";
import { reference } from "../reference.js";
import { findRegion, RegionBy } from "./regionBy.js";

@Resolver()
export class RegionQuestion {
  @Query(() => Region, {
    nullable: true,
    description:
      "One region; null if no region has that id or code. An unknown or ambiguous name is an error that says what is meant. 某一地区。",
  })
  async region(
    @Arg("by", () => RegionBy, {
      description: 'Which region. Example: { name: "gz" } is ambiguous: 广州 or 贵州.',
    })
    by: RegionBy,
    @Ctx() context: Context,
  ): Promise<Region | null> {
    const found = findRegion(await context.snapshot(), by, ["by"]);
    if (found !== null) context.request.note(reference.regions, { keys: [found.code] });
    return found;
  }
}
