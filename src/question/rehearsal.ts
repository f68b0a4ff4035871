import type { Graph } from "../neo4j/client.js";
import { type AnyStatement, boundStatements, parseCypherFile, type Statement } from "../neo4j/statement.js";
import { json, type Types } from "../neo4j/type.js";
import { leaders } from "./leaders/leaders.js";

/** A GraphQL operation and its variables. */
export interface Rehearsal {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What clients ask in the same words: the field of the query, and variables to ask it with. */
interface Shape {
  readonly variables: readonly Readonly<Record<string, unknown>>[];
  readonly declared: string;
  readonly field: string;
}

const everywhere = { atLeast: null, allOf: null, anyOf: null, noneOf: null, areas: null, province: null };
const levels = ["PROVINCE", "CITY"];
const counts = [1, 2, 3, 4, 5];
/** Each operation is asked in so many texts: what reads a text must run a few times too before it is fast. */
const texts = 4;

/**
 * The shapes of what clients send. Neo4j plans a statement anew for lists of none, one and more entries, and for null,
 * so the filters come in the likeliest of these forms.
 * @param latest the latest edition that has lists of leaders
 */
const shapesOf = (latest: number): readonly Shape[] => [
  {
    declared: "$level: Level!, $edition: Int, $atLeast: Int!",
    field: `leaders(level: $level, edition: $edition, atLeast: $atLeast) {
      total edition { year } leaders { count region { code name province { name } } dimensions { key name } }
    }`,
    variables: levels.flatMap((level) =>
      counts.flatMap((atLeast) => [null, latest].map((edition) => ({ level, edition, atLeast }))),
    ),
  },
  {
    declared:
      "$level: Level!, $edition: Int, $all: [DimensionKey!], $none: [DimensionKey!], $areas: [String!]",
    field: `leaders(level: $level, edition: $edition, allOf: $all, noneOf: $none, areas: $areas) {
      total leaders { region { name } dimensions { key } }
    }`,
    variables: [
      { level: "CITY", all: ["MATURITY"], none: ["COVERAGE"] },
      { level: "CITY", all: ["MATURITY"] },
      { level: "CITY", all: ["MATURITY", "COVERAGE"] },
      { level: "PROVINCE", areas: ["EAST"] },
    ].flatMap((filters) => [null, latest].map((edition) => ({ ...filters, edition }))),
  },
  {
    declared: "$level: Level!, $edition: Int, $atLeast: Int!",
    field: `leaders(level: $level, edition: $edition, atLeast: $atLeast) {
      coverage { stated total closed note }
      leaders { region { name } leads { position dimension { name } evidence { locator source { title } } } }
    }`,
    variables: levels.flatMap((level) =>
      counts.flatMap((atLeast) => [null, latest].map((edition) => ({ level, edition, atLeast }))),
    ),
  },
  {
    declared: "$level: Level!, $edition: Int",
    field: `leadershipMatrix(level: $level, edition: $edition) {
      columns { dimension { name } leads { position region { name } } }
    }`,
    variables: levels.flatMap((level) => [null, latest].map((edition) => ({ level, edition }))),
  },
  {
    declared: "$level: Level!, $edition: Int",
    field: "dimensions { key leaders(level: $level, edition: $edition) { position region { code name } } }",
    variables: levels.flatMap((level) => [null, latest].map((edition) => ({ level, edition }))),
  },
  {
    declared: "$level: Level!, $edition: Int, $minShared: Int!",
    field: `coLeaders(level: $level, edition: $edition, minShared: $minShared) { pairs { first { name } second { name } shared } }`,
    variables: levels.flatMap((level) =>
      [null, latest].map((edition) => ({ level, edition, minShared: level === "CITY" ? 1 : 3 })),
    ),
  },
  {
    declared: "$by: RegionBy!, $edition: Int",
    field: `region(by: $by) {
      code name nameEn province { name } leads(edition: $edition) { dimension { name } } tier(edition: $edition) { tier { name } }
    }`,
    variables: ["广州", "杭州", "440000", "Chengdu", "wuhan"].flatMap((name) =>
      [null, latest].map((edition) => ({ by: { name }, edition })),
    ),
  },
  {
    declared: "$areas: [String!], $first: Int!",
    field: `regions(areas: $areas, first: $first) {
      totalCount nodes { code name leads { evidence { locator } } } pageInfo { hasNextPage endCursor }
    }`,
    variables: [1, 5, 20, 64].map((first) => ({ areas: ["EAST"], first })),
  },
  {
    declared: "$text: String!",
    field: "search(text: $text) { name match region { code } }",
    variables: ["广", "gz", "Hangzhou", "zhej"].map((text) => ({ text })),
  },
];

/**
 * Operations to ask oneself before others ask: a program runs slowly for the first dozens of times. None where no
 * edition has lists of leaders.
 * @returns turns, each with one operation of each shape that still has other variables
 * @throws GraphError
 */
export async function rehearsals(graph: Graph): Promise<readonly (readonly Rehearsal[])[]> {
  const [leader] = await graph.read(leaders, {
    ...everywhere,
    level: "CITY",
    edition: null,
    omit: ["names", "led", "positions", "facts"],
  });
  if (leader === undefined) return [];
  const shapes = shapesOf(leader.edition);
  const most = Math.max(...shapes.map(({ variables }) => variables.length));
  return Array.from({ length: most }, (_, turn) =>
    shapes.flatMap(({ declared, field, variables }) => {
      const query = `query (${declared}) { a${turn % texts}: ${field} }`;
      const values = variables[turn];
      return values === undefined ? [] : { query, variables: values };
    }),
  );
}

/**
 * One step a question, which has Neo4j plan it for the types of its `:param` lines. It is asked too, since a plan is
 * made ready for use only then: a Neo4j that has just started takes up to a second for the first, and a fifth of that
 * for the second. Only what reads all data, however many they are, is left at the plan.
 * @returns steps that fail with GraphError
 */
export function planningSteps(graph: Graph, signal: AbortSignal): readonly (() => Promise<void>)[] {
  return boundStatements()
    .filter(({ stem }) => stem.startsWith("question/"))
    .map((question) => async () => {
      const text = readsAllData(question) ? `EXPLAIN ${question.text}` : question.text;
      const step = { ...question, text } as Statement<Types, Types>;
      await graph.read(step, await exampleOf(graph, question), { signal });
    });
}

function readsAllData({ stem }: AnyStatement): boolean {
  return stem.startsWith("question/quality/dataQuality");
}

/** The values that the `:param` lines of a question file set; Neo4j itself reads their Cypher. @throws GraphError */
export async function exampleOf(
  graph: Graph,
  { stem, source }: AnyStatement,
): Promise<Record<string, unknown>> {
  const parameters = Object.entries(parseCypherFile(source).parameters);
  if (parameters.length === 0) return {};
  const text = `RETURN {${parameters.map(([name, value]) => `${name}: ${value}`).join(", ")}} AS example`;
  const columns = { example: json };
  const [row] = await graph.read(
    { stem: `${stem} example`, source: text, text, parameters: {}, columns },
    {},
  );
  return row?.example as Record<string, unknown>;
}
