import { Args, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Dimension } from "../../model/dimension.js";
import { Leadership } from "../../model/leadership.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text, whole } from "../../neo4j/type.js";
import { scopeOf } from "../answer.js";
import { LevelArguments } from "../arguments.js";
import type { Context } from "../context.js";

export const dimensionLeaders = statement(
  "question/leaders/dimension.leaders",
  { keys: list(text), level: text, edition: nullable(whole) },
  { key: text, code: text, name: text, position: nullable(whole), facts: list(text) },
);

@Resolver(() => Dimension)
export class DimensionLeadersQuestion {
  @FieldResolver(() => [Leadership], {
    description:
      "Regions that lead in the dimension, in administrative order (not a ranking). Empty if the edition has no list for it. 领先地区。",
  })
  async leaders(
    @Root() dimension: Dimension,
    @Args(() => LevelArguments) { level, edition }: LevelArguments,
    @Ctx() context: Context,
  ): Promise<Leadership[]> {
    const snapshot = await context.snapshot();
    const { year } = scopeOf(snapshot, "LEADS", level, edition);
    const rows = await context.request.askFor(dimensionLeaders, dimension.key, { level, edition: year });
    return rows.map((row) => ({
      region: snapshot.region(row.code),
      dimension,
      edition: snapshot.edition(year as number),
      position: row.position,
      facts: row.facts,
    }));
  }
}
