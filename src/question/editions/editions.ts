import { Ctx, Query, Resolver } from "../../api.js";
import { Edition } from "../../model/edition.js";
import type { Context } from "../context.js";

@Resolver()
export class EditionsQuestion {
  @Query(() => [Edition], {
    description: "The loaded editions, the latest first. 已装载的年度版本。",
  })
  async editions(@Ctx() context: Context): Promise<readonly Edition[]> {
    return (await context.refer("editions")).editions;
  }
}
