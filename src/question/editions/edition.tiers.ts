import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Edition, GradedTier } from "../../model/edition.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";

export const editionTiers = statement(
  "question/editions/edition.tiers",
  { keys: list(whole) },
  {
    key: whole,
    tier: text,
    above: nullable(decimal),
    upTo: nullable(decimal),
    printed: list(text),
    facts: list(text),
  },
);

@Resolver(() => Edition)
export class EditionTiersQuestion {
  @UnknownIfEmpty()
  @FieldResolver(() => [GradedTier], {
    description:
      "The tiers whose bounds the edition prints, from the highest. Tiers without printed bounds are not listed. 组别界限。",
  })
  async tiers(@Root() { year }: Edition, @Ctx() context: Context): Promise<GradedTier[]> {
    const snapshot = await context.snapshot();
    const rows = await context.request.askFor(editionTiers, year);
    return rows.map(({ tier, above, upTo, printed, facts }) => ({
      tier: snapshot.tier(tier),
      above,
      upTo,
      printed: printed.join(" / "),
      facts,
    }));
  }
}
