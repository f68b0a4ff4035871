import { Arg, Ctx, ID, Query, Resolver } from "../api.js";
import { GraphError } from "../graph/failure.js";
import { statement } from "../graph/statement.js";
import { list, nullable, text } from "../graph/type.js";
import { Initiative } from "../model/initiative.js";
import { Node, parseGlobalId } from "../model/node.js";
import type { Context } from "./context.js";
import { factColumns, toFact } from "./fact.js";

const { key: _, edition, kind, ...others } = factColumns;

export const nodes = statement(
  "question/nodes",
  { keys: list(text) },
  {
    key: text,
    name: nullable(text),
    fact: nullable(text),
    edition: nullable(edition),
    kind: nullable(kind),
    ...others,
  },
);

/** The thing with a global id, or null if there is none. @throws GraphError */
export async function askNode(context: Context, id: string): Promise<Node | null> {
  const parsed = parseGlobalId(id);
  if (parsed === null) return null;
  const snapshot = await context.snapshot();
  const known = snapshot.find(parsed.type, parsed.key);
  if (known !== undefined) return known;
  if (parsed.type !== "Fact" && parsed.type !== "Initiative") return null;
  const [row] = await context.request.askFor(nodes, `${parsed.type}:${parsed.key}`);
  if (row === undefined) return null;
  if (row.name !== null) return new Initiative(row.name);
  const { fact: key, edition: year, kind: what, name: __, ...rest } = row;
  if (key === null || year === null || what === null) {
    throw new GraphError("INTERNAL_SERVER_ERROR", `The fact ${parsed.key} lacks its edition or kind.`);
  }
  return toFact({ ...rest, key, edition: year, kind: what }, snapshot);
}

@Resolver()
export class NodeQuestion {
  @Query(() => Node, {
    nullable: true,
    description: "The thing with this id; null if there is none. 按 id 获取对象。",
  })
  node(
    @Arg("id", () => ID, { description: "Global id, as the field `id` of any type gives it." }) id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return askNode(context, id);
  }
}
