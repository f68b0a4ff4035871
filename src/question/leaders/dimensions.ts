import { Ctx, Query, Resolver } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import type { Context } from "../context.js";

@Resolver()
export class DimensionsQuestion {
  @Query(() => [Dimension], {
    description: "The dimensions of the overall index, in the report's order. 分项指数。",
  })
  async dimensions(@Ctx() context: Context): Promise<readonly Dimension[]> {
    return (await context.refer("dimensions")).dimensions;
  }
}
