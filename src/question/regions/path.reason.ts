import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { RegionPath } from "./path.js";

export const pathReason = statement(
  "question/regions/path.reason",
  { from: text, to: text, edition: nullable(whole) },
  { edition: nullable(whole), reason: nullable(text) },
);

@Resolver(() => RegionPath)
export class PathReasonQuestion {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Why there is no path, in words: nothing is known of the edition, one of the two is in no list, or the way is longer than six steps; null where there is one. 无路径的原因。",
  })
  async reason(
    @Root() { from, to, asked, paths }: RegionPath,
    @Ctx() context: Context,
  ): Promise<string | null> {
    if (paths.length > 0) return null;
    const values = { from: from.code, to: to.code, edition: asked };
    const [row] = (await context.request.ask(pathReason, values)) as [Row<typeof pathReason>];
    return row.reason;
  }
}
