import { Args, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { DimensionKey } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { Region } from "../../model/region.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { checkEdition } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";

export const regionLeads = statement(
  "question/leaders/region.leads",
  { keys: list(text), edition: nullable(whole) },
  {
    key: text,
    edition: whole,
    dimension: oneOf(...Object.values(DimensionKey)),
    position: whole,
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
    @Args(() => EditionArguments) { edition = null }: EditionArguments,
    @Ctx() context: Context,
  ): Promise<Leadership[]> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const rows = await context.request.askFor(regionLeads, region.code, { edition });
    return rows.map((row) => ({
      region,
      dimension: snapshot.dimension(row.dimension),
      edition: snapshot.edition(row.edition),
      position: row.position,
      facts: row.facts,
    }));
  }
}
