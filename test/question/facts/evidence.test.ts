import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { globalId } from "../../../src/model/node.js";
import { Asker } from "../../graph.js";
import { editions } from "../../oracle/data.js";

/** Types without `evidence`, with the reason. The test fails for every other type without it. */
const reasons: Readonly<Record<string, string>> = {
  Area: "an object that facts are about; its fields are not facts of an edition",
  Dimension: "an object that facts are about; its names by edition are AssessedDimension",
  Initiative: "an object that facts are about; the regions that it is named for are NamedInitiative",
  Region: "an object that facts are about; its leads and its tier have evidence",
  Source: "the target of evidence",
  Tier: "an object that facts are about; its bounds by edition are GradedTier",
  FactSubject: "a part of a Fact, which has evidence",
  Evidence: "is evidence",
  QuoteRange: "a part of Evidence",
  SearchHit: "a name that was found, not a fact",
  MatrixRow: "the same leads as in the columns, region by region; each Leadership there has evidence",
  AddedFile: "about the service",
  Known: "counts how much is known; each cell has evidence where it is shown",
  Meta: "about the service",
  Counts: "counts of the loaded graph",
  Coverage: "counts how much is stated; what is counted has evidence where it is shown",
  QualityReport: "about the facts; its findings hold the facts themselves",
  QualityCheck: "about the facts; its findings hold the facts themselves",
  QualityFinding: "holds the facts themselves, each with its evidence",
  EditionProof: "counts facts",
  SourceQuotes: "about a source's text",
  AlignmentCount: "counts rows, each of which has evidence",
  AreaProfile: "holds figures, each of which has evidence",
  AreaTiers: "holds counts by tier, each of which has evidence",
  ClaimedAreas: "a part of a claim, which has evidence",
  ChangeSummary: "counts changes; both ends of each have evidence",
  DimensionHistory: "holds ranks and leads, each with evidence",
  EditionComparison: "an answer about two editions; what it holds has evidence",
  FigureChange: "both of its ends have evidence",
  Panel: "holds rows, each of which names its facts",
  PanelRow: "names the facts themselves in `facts`",
  PreviousTiers: "holds counts, each with evidence",
  ShortestPath: "holds steps, each with evidence",
  StandingChange: "the difference of two entries, each of which has evidence",
};

/** Types whose evidence can be empty, and when. For all other types it is never empty. */
const nothingStated: Readonly<Record<string, (object: Found) => boolean>> = {
  RegionTier: ({ basis, possible }) => basis === "UNKNOWN" && [0, 4].includes([possible ?? []].flat().length),
  AreaTier: ({ count }) => count === 0,
  ProvinceAlignment: ({ alignment, provinceLeads }) => alignment === "UNKNOWN" || provinceLeads === null,
  TierCount: ({ count }) => count === null,
  ComparedValue: ({ gap }) => gap !== null && !["AT_MOST", "AT_LEAST", "DISPUTED"].includes(String(gap)),
  FigureValue: ({ gap }) => gap !== null,
  EditionChange: ({ from, to }) => (from as Found).gap !== null && (to as Found).gap !== null,
  HistoryEntry: ({ ranks, scores, rankAtLeast }) =>
    rankAtLeast === null && [ranks, scores].flat().length === 0,
  ComparedRegion: ({ ranks, scores, rankAtLeast }) =>
    rankAtLeast === null && [ranks, scores].flat().length === 0,
  RegionPair: ({ union }) => union === null || union === 0,
  ComparedDimension: ({ leading }) => [leading].flat().length === 0,
};

interface Found extends Readonly<Record<string, unknown>> {
  readonly __typename: string;
  readonly evidence?: readonly {
    readonly source: { readonly key: string };
    readonly locator: string | null;
    readonly sha256: string | null;
    readonly basis: string;
  }[];
}

const isThing = (type: GraphQLObjectType) => type.getInterfaces().some(({ name }) => name === "Node");
const isPaging = (type: GraphQLObjectType) => /(Connection|Edge|PageInfo)$/.test(type.name);
const hasEvidence = (type: GraphQLObjectType) => "evidence" in type.getFields();
/** Whether a type is the answer to a question. Its rows have evidence. */
const isAnswer = (type: GraphQLObjectType) => "coverage" in type.getFields();
const evidence = "evidence { source { key } locator sha256 basis }";

/** Selects everything below a field, with type names; objects with an id in full only if the question returns them. */
function selection(type: GraphQLOutputType, path: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "getFields" in named ? " { __typename id }" : "";
  const inFull = !isThing(named) || path.every((name) => /(Connection|Edge)$/.test(name));
  const parts = Object.values(named.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (field.name === "evidence") return [evidence];
    if (field.args.some(({ type }) => isNonNullType(type))) return [];
    if (isLeafType(inner)) return [field.name];
    if (!isObjectType(inner)) return [];
    if (!inFull || path.includes(inner.name) || inner === named) return [];
    return [`${field.name}${selection(field.type, [...path, named.name])}`];
  });
  return ` { __typename ${parts.join(" ")} }`;
}

/** Returns values for the required arguments of a question, and several editions if it takes one. */
function variants({ args }: GraphQLField<unknown, unknown>): string[] {
  const needed = args.filter(
    (argument) => isNonNullType(argument.type) && argument.defaultValue === undefined,
  );
  const level = needed.find(({ type }) => getNamedType(type).name === "Level");
  const years = args.some(({ name }) => name === "edition")
    ? [null, ...editions.map(({ year }) => year).filter((year) => year % 3 === 1)]
    : [null];
  const fixed = needed
    .filter((argument) => argument !== level)
    .map((argument, index) => `${argument.name}: ${argumentOf(argument, index)}`);
  return (level ? ["PROVINCE", "CITY"] : [null]).flatMap((levelKey) =>
    years.map((year) => {
      const chosen = [
        ...fixed,
        ...(levelKey ? [`level: ${levelKey}`] : []),
        ...(year ? [`edition: ${year}`] : []),
      ];
      return chosen.length > 0 ? `(${chosen.join(", ")})` : "";
    }),
  );
}

const cities = ['{ code: "440300" }', '{ code: "420100" }'];
function argumentOf({ name, type }: GraphQLArgument, index: number): string {
  const named = getNamedType(type);
  const many = isListType(isNonNullType(type) ? type.ofType : type);
  if (isInputObjectType(named)) return many ? `[${cities.join(", ")}]` : (cities[index % 2] as string);
  if (named.name === "ID") {
    const ids = [globalId("Fact", "2022/leads/440100/MATURITY"), globalId("Edition", 2022)];
    return many ? JSON.stringify(ids) : JSON.stringify(ids[0]);
  }
  if (named.name === "Int") return String(name === "to" ? editions.at(-1)?.year : editions.at(-2)?.year);
  if (named.name === "String") return many ? '["EAST"]' : '"广"';
  throw new Error(`${name}: expected a test value for ${type}, got none. Add it here.`);
}

/** Returns all objects in an answer. */
function* objectsIn(value: unknown): Generator<Found> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  else if (typeof value === "object" && value !== null) {
    if ("__typename" in value) yield value as Found;
    for (const item of Object.values(value)) yield* objectsIn(item);
  }
}

describe("evidence of every fact", () => {
  let asker: Asker;
  let types: GraphQLObjectType[];
  let questions: GraphQLField<unknown, unknown>[];
  beforeAll(async () => {
    asker = await Asker.open();
    const query = asker.schema.getQueryType();
    questions = Object.values(query?.getFields() ?? {});
    types = Object.values(asker.schema.getTypeMap())
      .filter(isObjectType)
      .filter((type) => type !== query && !type.name.startsWith("__"));
  });
  afterAll(() => asker.graph.close());

  it("each type has evidence or a reason for having none", () => {
    const lacking = types.filter((type) => !hasEvidence(type) && !isPaging(type) && !isAnswer(type));
    expect(lacking.map(({ name }) => name).sort()).toEqual(Object.keys(reasons).sort());
  });

  it("each object of a real answer has evidence, and every type is tested", {
    timeout: 180_000,
  }, async () => {
    const seen = new Map<string, number>();
    const bare: string[] = [];
    for (const question of questions) {
      const fields = selection(question.type);
      for (const args of variants(question)) {
        const { result } = await asker.ask(`{ ${question.name}${args}${fields} }`);
        expect(result.errors, `${question.name}${args}`).toBeUndefined();
        for (const object of objectsIn(result.data)) {
          const { __typename: type, evidence: found } = object;
          if (found === undefined) continue;
          if (found.length === 0) {
            if (!nothingStated[type]?.(object)) bare.push(`${question.name}${args}: ${type}`);
            continue;
          }
          seen.set(type, (seen.get(type) ?? 0) + 1);
          for (const { source, locator, sha256, basis } of found) {
            expect(source.key).toMatch(/^[a-z0-9-]+$/);
            expect(basis).toMatch(/^(STATED|INFERRED)$/);
            // Evidence from the report has a location and a hash.
            if (source.key === "report-2022") expect(locator).toMatch(/^\d+\.\d+\.\d+$/);
            if (source.key === "report-2022") expect(sha256).toMatch(/^[0-9a-f]{64}$/);
          }
        }
      }
    }
    expect([...new Set(bare)]).toEqual([]);
    expect([...seen.keys()].sort()).toEqual(
      types
        .filter(hasEvidence)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it("every fact has evidence", async () => {
    let after: string | null = null;
    let facts = 0;
    do {
      const { result } = await asker.ask(
        `query ($after: String) { facts(first: 100, after: $after) { nodes { key ${evidence} } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      const page = (
        result.data as {
          facts: {
            nodes: { key: string; evidence: object[] }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        }
      ).facts;
      expect(page.nodes.filter((fact) => fact.evidence.length === 0)).toEqual([]);
      facts += page.nodes.length;
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(facts).toBeGreaterThan(400);
  });
});
