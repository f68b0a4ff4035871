import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { RegionPath } from "./path.js";

export const pathReason = statement(
  "question/regions/path.reason",
  { from: text, to: text, edition: nullable(whole) },
  { reason: nullable(text) },
);

@Resolver(() => RegionPath)
export class PathReasonQuestion {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why there is no path, in words. The edition has no lists, a region is not in any list, or the shortest path has more than six steps. Null if there is a path. 无路径的原因。",
  })
  async reason(
    @Root() { from, to, year, paths }: RegionPath,
    @Ctx() context: Context,
  ): Promise<string | null> {
    if (paths.length > 0) return null;
    const values = { from: from.code, to: to.code, edition: year };
    const [row] = (await context.request.ask(pathReason, values)) as [Row<typeof pathReason>];
    return row.reason;
  }
}
