import { Args, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { DimensionKey } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { toLeaderships } from "./leadership.js";

export const regionLeads = statement(
  "question/leaders/region.leads",
  { keys: list(text), edition: nullable(whole) },
  {
    key: text,
    dimension: oneOf(...Object.values(DimensionKey)),
    position: nullable(whole),
    facts: list(text),
  },
);

@Resolver(() => Region)
export class RegionLeadsQuestion {
  @FieldResolver(() => [Leadership], {
    description:
      "Dimensions that the region leads in, in the report's order. Empty if no list of the edition names it, or if the edition has no such lists. 领先的分项指数。",
  })
  async leads(
    @Root() region: Region,
    @Args(() => EditionArguments) { edition }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<Leadership[]> {
    const snapshot = await context.snapshot();
    const { year } = scopeOf(snapshot, "LEADS", region.level, edition);
    const rows = await context.request.askFor(regionLeads, region.code, { edition: year });
    return toLeaderships(snapshot, region, year as number, rows);
  }
}
