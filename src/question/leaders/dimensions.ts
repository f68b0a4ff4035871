import { Ctx, Query, Resolver } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import type { Context } from "../context.js";

@Resolver()
export class DimensionsQuestion {
  @Query(() => [Dimension], {
    description: "The dimensions that the overall index is made of, in the report's order. 分项指数。",
  })
  async dimensions(@Ctx() context: Context): Promise<readonly Dimension[]> {
    return (await context.refer("dimensions")).dimensions;
  }
}
