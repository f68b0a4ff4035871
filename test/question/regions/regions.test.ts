import { afterAll, beforeAll, expect, it } from "vitest";
import { Level } from "../../../src/model/level.js";
import { regionsCount, regions as statement } from "../../../src/question/regions/regions.js";
import { Asker } from "../../graph.js";

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
});
afterAll(() => asker.graph.close());

const levels = [null, ...Object.values(Level)];
const areas = [null, ["EAST"], ["WEST", "NORTH"]];

/** Every page of the connection, as a client walks through it. */
async function walk(level: Level | null, among: readonly string[] | null, first: number) {
  const codes: string[] = [];
  const totals = new Set<number>();
  let after: string | null = null;
  for (let more = true; more; ) {
    const { result, request } = await asker.ask(
      `query ($level: Level, $areas: [String!], $first: Int!, $after: String) {
         regions(level: $level, areas: $areas, first: $first, after: $after) {
           totalCount nodes { code } pageInfo { hasNextPage endCursor }
         }
       }`,
      { level, areas: among, first, after },
    );
    expect(result.errors).toBeUndefined();
    expect(request.runs.every(({ fromMemory }) => fromMemory)).toBe(true);
    const page = result.data?.regions as {
      totalCount: number;
      nodes: { code: string }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
    codes.push(...page.nodes.map(({ code }) => code));
    totals.add(page.totalCount);
    after = page.pageInfo.endCursor;
    more = page.pageInfo.hasNextPage;
  }
  return { codes, totals: [...totals] };
}

// The connection answers from memory what the analysts' statement answers from the graph.
it.each(levels.flatMap((level) => areas.map((among) => ({ level, among }))))(
  "pages of regions are those of the statement: level $level, areas $among",
  async ({ level, among }) => {
    const conditions = { level, areas: among, leads: null, tier: null, edition: null };
    const rows = await asker.graph.read(statement, { ...conditions, first: 1_000, after: null });
    const [count] = await asker.graph.read(regionsCount, conditions);
    expect(rows.length).toBeGreaterThan(0);
    for (const first of [7, 100]) {
      expect(await walk(level, among, first)).toEqual({
        codes: rows.map(({ code }) => code),
        totals: [count?.total],
      });
    }
    for (const at of [0, 11, rows.length - 1]) {
      const last = rows[at];
      const rest = await asker.graph.read(statement, {
        ...conditions,
        first: 1_000,
        after: [last?.level, last?.order],
      });
      expect(rest).toEqual(rows.slice(at + 1));
    }
  },
);
