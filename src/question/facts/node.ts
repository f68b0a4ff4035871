import { Arg, Ctx, ID, Query, Resolver } from "../../api.js";
import type { Fact } from "../../model/fact.js";
import { Initiative } from "../../model/initiative.js";
import { Node, parseGlobalId } from "../../model/node.js";
import { GraphError } from "../../neo4j/error.js";
import { statement } from "../../neo4j/statement.js";
import { list, nullable, text } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { reference } from "../reference.js";
import { factColumns, toFact } from "./fact.js";

const { key: _, edition, kind, ...others } = factColumns;

export const nodes = statement(
  "question/facts/nodes",
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

/** Returns the fact with this key, or null if there is none. @throws GraphError */
export async function askFact(context: Context, key: string): Promise<Fact | null> {
  const [snapshot, [row]] = await Promise.all([
    context.snapshot(),
    context.request.askFor(nodes, `Fact:${key}`),
  ]);
  if (row === undefined) return null;
  const { fact, edition: year, kind: factKind, name: __, ...rest } = row;
  if (fact === null || year === null || factKind === null) {
    throw new GraphError(
      "INTERNAL_SERVER_ERROR",
      `fact ${key}: expected an edition and a kind, got ${year} and ${factKind}. Run: govgraph load`,
    );
  }
  return toFact({ ...rest, key: fact, edition: year, kind: factKind }, snapshot);
}

/** Returns the facts with these keys, in this order, with one statement. Unknown keys are omitted. @throws GraphError */
export async function askFacts(context: Context, keys: readonly string[]): Promise<Fact[]> {
  const facts = await Promise.all(keys.map((key) => askFact(context, key)));
  return facts.filter((fact) => fact !== null);
}

/** The statements behind the nodes that are in memory. */
const referenceByType: Readonly<Record<string, keyof typeof reference>> = {
  Area: "areas",
  Dimension: "dimensions",
  Edition: "editions",
  Region: "regions",
  Source: "sources",
  Tier: "tiers",
};

/** Returns the object with a global id, or null if there is none. @throws GraphError */
export async function askNode(context: Context, id: string): Promise<Node | null> {
  const parsed = parseGlobalId(id);
  if (parsed === null) return null;
  const snapshot = await context.snapshot();
  const known = snapshot.find(parsed.type, parsed.key);
  if (known !== undefined) {
    const { type, key } = parsed;
    const name = referenceByType[type];
    if (name !== undefined) context.request.note(reference[name], type === "Region" ? { keys: [key] } : {});
    return known;
  }
  if (parsed.type === "Fact") return askFact(context, parsed.key);
  if (parsed.type !== "Initiative") return null;
  const [row] = await context.request.askFor(nodes, `${parsed.type}:${parsed.key}`);
  return row === undefined || row.name === null ? null : new Initiative(row.name);
}

@Resolver()
export class NodeQuestion {
  @Query(() => Node, {
    nullable: true,
    description: "The object with this id. Null if there is none. 按 id 获取对象。",
  })
  node(
    @Arg("id", () => ID, {
      description:
        'Global id: the value of the field `id` of any type. Example: "UmVnaW9uOjQ0MDEwMA" for Guangzhou (广州).',
    })
    id: string,
    @Ctx() context: Context,
  ): Promise<Node | null> {
    return askNode(context, id);
  }
}
