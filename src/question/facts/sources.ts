import { Ctx, Query, Resolver } from "../../api.js";
import { Source } from "../../model/source.js";
import type { Context } from "../context.js";

@Resolver()
export class SourcesQuestion {
  @Query(() => [Source], { description: "The sources that facts are cited from, by key. 来源。" })
  async sources(@Ctx() context: Context): Promise<readonly Source[]> {
    return (await context.refer("sources")).sources;
  }
}
