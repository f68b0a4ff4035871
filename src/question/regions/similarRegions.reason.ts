import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { SimilarRegions } from "./similarRegions.js";

export const similarRegionsReason = statement(
  "question/regions/similarRegions.reason",
  { to: text, edition: nullable(whole) },
  { reason: nullable(text) },
);

@Resolver(() => SimilarRegions)
export class SimilarRegionsReasonQuestion {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why no region is similar, in words: the edition has no such lists, no list names the region, or no other region shares a dimension. Null if a region is similar. 无结果的原因。",
  })
  async reason(
    @Root() { to, year, similar }: SimilarRegions,
    @Ctx() context: Context,
  ): Promise<string | null> {
    if (similar.length > 0) return null;
    const values = { to: to.code, edition: year };
    const [row] = (await context.request.ask(similarRegionsReason, values)) as [
      Row<typeof similarRegionsReason>,
    ];
    return row.reason;
  }
}
