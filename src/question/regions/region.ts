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
      'A region by id, code or name. An unknown or ambiguous name is an error that lists the possible regions. Null if no region has the id or code. 某一地区。 Example: region(by: { name: "广州" }).',
  })
  async region(
    @Arg("by", () => RegionBy, {
      description: 'The region to return. Example: { name: "广州" }.',
    })
    by: RegionBy,
    @Ctx() context: Context,
  ): Promise<Region | null> {
    const found = findRegion(await context.snapshot(), by, ["by"]);
    if (found !== null) context.request.note(reference.regions, { keys: [found.code] });
    return found;
  }
}
