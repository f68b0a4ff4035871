import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { nullable, text } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { Scoreboard, scoreboard } from "./scoreboard.js";

export const scoreboardReason = statement("question/scores/scoreboard.reason", scoreboard.parameters, {
  reason: nullable(text),
});

@Resolver(() => Scoreboard)
export class ScoreboardReasonQuestion {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why there are no rows, in words: the edition does not assess the level or the dimension, or no source prints its ranks. Null if there are rows. 无结果的原因。",
  })
  async reason(
    @Root() { level, year, dimension, rows }: Scoreboard,
    @Ctx() context: Context,
  ): Promise<string | null> {
    if (rows.length > 0) return null;
    const values = { level, edition: year, dimension: dimension?.key ?? null };
    const [row] = (await context.request.ask(scoreboardReason, values)) as [Row<typeof scoreboardReason>];
    return row.reason;
  }
}
