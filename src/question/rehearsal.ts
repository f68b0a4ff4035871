import type { Graph } from "../graph/graph.js";
import { type AnyStatement, boundStatements, parseCypherFile, type Statement } from "../graph/statement.js";
import { json, type Types } from "../graph/type.js";
import { leaders } from "./leaders.js";

/** The questions that people ask first, and what they open into. */
const first = [
  "leaders",
  "leadershipMatrix",
  "region.leads",
  "dimension.leaders",
  "coLeaders",
  "fact.evidence",
  "coverage",
  "search",
  "region.tier",
].map((name) => `question/${name}`);

/** A GraphQL operation and the variables to ask it with, one set after the other. */
export interface Rehearsal {
  readonly query: string;
  readonly variables: readonly Readonly<Record<string, unknown>>[];
}

const everywhere = { atLeast: null, allOf: null, anyOf: null, noneOf: null, areas: null, province: null };
const levels = ["PROVINCE", "CITY"];
const counts = [1, 2, 3, 4, 5];

/**
 * Operations of the shapes that clients send, to ask oneself before others do: a program runs slowly for the first
 * dozens of times.
 * @param latest the latest edition that has lists of leaders
 */
const rehearsalsOf = (latest: number): readonly Rehearsal[] => [
  {
    query: `query ($level: Level!, $edition: Int, $atLeast: Int!) {
      leaders(level: $level, edition: $edition, atLeast: $atLeast) {
        total edition { year } leaders { count region { code name province { name } } dimensions { key name } }
      }
    }`,
    variables: levels.flatMap((level) =>
      counts.flatMap((atLeast) => [null, latest].map((edition) => ({ level, edition, atLeast }))),
    ),
  },
  {
    query: `query ($level: Level!, $atLeast: Int!) {
      leaders(level: $level, atLeast: $atLeast) {
        coverage { stated total closed note }
        leaders { region { name } leads { position dimension { name } evidence { locator source { title } } } }
      }
    }`,
    variables: levels.flatMap((level) => counts.map((atLeast) => ({ level, atLeast }))),
  },
  {
    query: `query ($level: Level!, $edition: Int) {
      leadershipMatrix(level: $level, edition: $edition) { columns { dimension { name } leads { position region { name } } } }
    }`,
    variables: levels.flatMap((level) => [null, latest].map((edition) => ({ level, edition }))),
  },
  {
    query: `query ($by: RegionBy!, $areas: [String!]) {
      region(by: $by) { code name nameEn province { name } leads { dimension { name } } }
      regions(areas: $areas, first: 20) { totalCount nodes { code name } pageInfo { hasNextPage endCursor } }
    }`,
    variables: ["广州", "杭州", "440000", "Chengdu", "wuhan"].map((name) => ({
      by: { name },
      areas: ["EAST"],
    })),
  },
];

/** Operations to ask oneself; none where no edition has lists of leaders. @throws GraphError */
export async function rehearsals(graph: Graph): Promise<readonly Rehearsal[]> {
  const [leader] = await graph.read(leaders, {
    ...everywhere,
    level: "CITY",
    edition: null,
    omit: ["names", "led", "positions", "facts"],
  });
  return leader === undefined ? [] : rehearsalsOf(leader.edition);
}

/**
 * Asks questions once with the values of their `:param` lines, the likeliest first, and those that take an edition
 * also with one. A Neo4j that has just started takes a hundred times as long over a statement it has not seen, and a
 * plan is good only for parameters of the same types, so this is worth more than explaining them.
 * @param which those that people ask first, or the others
 * @param signal ends it between two questions
 * @returns how many questions were asked
 * @throws GraphError
 */
export async function rehearse(
  graph: Graph,
  which: "FIRST" | "OTHERS",
  signal: AbortSignal,
): Promise<number> {
  const questions = boundStatements()
    .filter(({ stem }) => stem.startsWith("question/") && first.includes(stem) === (which === "FIRST"))
    .sort((a, b) => first.indexOf(a.stem) - first.indexOf(b.stem));
  let asked = 0;
  for (const question of questions) {
    if (signal.aborted) break;
    const example = await exampleOf(graph, question);
    await graph.read(question as Statement<Types, Types>, example, { signal });
    if (which === "FIRST" && example.edition === null && !signal.aborted) {
      await graph.read(question as Statement<Types, Types>, { ...example, edition: 0 }, { signal });
    }
    asked++;
  }
  return asked;
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
