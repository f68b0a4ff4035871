import { buildSchema, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from "graphql";
import type { QuestionContext, Questions } from "../../src/http/requestState.js";
import { GraphError } from "../../src/neo4j/error.js";
import type { GraphRequest } from "../../src/neo4j/request.js";
import type { Statement } from "../../src/neo4j/statement.js";
import { list, type Types, text, whole } from "../../src/neo4j/type.js";

/** What the small schema's resolvers get. */
interface SmallContext extends QuestionContext {
  readonly request: GraphRequest;
}

function own<P extends Types, C extends Types>(
  stem: string,
  cypher: string,
  parameters: P,
  columns: C,
): Statement<P, C> {
  return { stem, source: cypher, text: cypher, parameters, columns };
}

/** How the slow statement of a test begins, by which it is told from those of other tests. */
export const beginOf = (mark: string) => `WITH '${mark}' AS mark`;

/** A statement that would run for hours. */
const slow = (mark: string, stem: string) =>
  own(
    stem,
    `${beginOf(mark)} UNWIND range(1, 1000000000) AS x UNWIND range(1, 1000000) AS y RETURN count(*) AS n`,
    {},
    { n: whole },
  );

/** A statement that answers at once. */
export const quick = own(
  "test/quick",
  "RETURN $n AS n, $texts AS texts",
  { n: whole, texts: list(text) },
  {
    n: whole,
    texts: list(text),
  },
);

/** A cause that no client and no line below error level may see. */
export const secret = "swordfish: bolt://10.1.2.3:7687 MATCH (n) at /srv/secret.ts:1";

/** A statement that takes long enough for others to come meanwhile. */
const waited = own(
  "test/waited",
  "UNWIND range(1, 2000000) AS x WITH max(x % 7) AS top RETURN top / 6 AS n",
  {},
  { n: whole },
);

const sdl = `
type Query {
  hello(name: String! = "world"): String!
  echo(text: String, list: [String!], number: Int, at: At): String
  quick(n: Int! = 1, texts: [String!]): Int
  waited: Int
  slow: Int
  slower: Int
  broken: String
  unlucky(code: String!): String
  refused(colour: String): String
  impossible: String!
  hang: String
  thing: Thing
  things(first: Int! = 50): ThingConnection
  nodes(ids: [ID!]!): [Thing]!
  answer: ThingAnswer
}
input At { x: Int y: Int at: At }
type Thing { name: String! self: Thing things(level: Int): [Thing!]! parts: [Thing!]! tags: [String!]! }
type ThingConnection { nodes: [Thing!]! totalCount: Int! }
type ThingAnswer { things: [Thing!]! coverage: Int! }
`;

type Resolvers = Readonly<Record<string, GraphQLFieldResolver<unknown, SmallContext>>>;

/** How often a resolver of the small schema has run since the process began. */
export const calls = { hello: 0 };

const resolvers: Resolvers = {
  hello: (_, { name }) => {
    calls.hello++;
    return `Hello ${name}`;
  },
  echo: (_, args) => JSON.stringify(args),
  quick: async (_, { n, texts }, { request }) => {
    const [row] = await request.ask(quick, { n, texts: texts ?? [] });
    return row?.n;
  },
  waited: async (_, __, { request }) => (await request.ask(waited, {}))[0]?.n,
  broken: () => {
    throw new Error(secret);
  },
  unlucky: (_, { code }) => {
    throw new GraphError(code, "The graph was unlucky.", { cause: new Error(secret) });
  },
  refused: (_, { colour }) => {
    throw new GraphQLError(`"${colour}" is no colour; did you mean red?`, {
      extensions: { code: "BAD_USER_INPUT", argument: ["colour"] },
    });
  },
  impossible: () => null,
  nodes: (_, { ids }) => ids.map(() => null),
  hang: () => new Promise(() => {}),
};

/**
 * A schema for what the server does around questions, whatever they are.
 * @param mark by which its slow statements are found in Neo4j
 */
export function smallSchema(mark = "unmarked"): GraphQLSchema {
  const schema = buildSchema(sdl);
  const slowly =
    (stem: string): Resolvers[string] =>
    async (_, __, { request }) =>
      (await request.ask(slow(mark, stem), {}))[0]?.n;
  const all = { ...resolvers, slow: slowly("test/slow"), slower: slowly("test/slower") };
  for (const [name, resolve] of Object.entries(all)) {
    const field = schema.getQueryType()?.getFields()[name];
    if (field === undefined) throw new Error(`the small schema has no field ${name}`);
    field.resolve = resolve as GraphQLFieldResolver<unknown, unknown>;
  }
  return schema;
}

/** The data of the small schema, which are always the same. */
const small = { dataVersion: "small", version: "small" };

/** Questions that need nothing loaded. */
export const smallQuestions: Questions = {
  context: (request): SmallContext => ({
    request,
    snapshot: async () => small,
    isConsistent: async () => true,
    cacheable: true,
  }),
  loaded: async () => small,
  known: small,
};
