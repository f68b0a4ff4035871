import { readdirSync, readFileSync } from "node:fs";
import { graphql } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { KeptRows } from "../../src/neo4j/keptRows.js";
import { type Footing, GraphRequest } from "../../src/neo4j/request.js";
import { text, whole } from "../../src/neo4j/type.js";
import { Context } from "../../src/question/context.js";
import { atOneVersion } from "../../src/question/oneVersion.js";
import { Asker } from "../graph.js";

const echo = {
  stem: "test/echo",
  source: "",
  text: "RETURN $text AS text, size($text) AS size",
  parameters: { text },
  columns: { text, size: whole },
};

let asker: Asker;
beforeAll(async () => {
  asker = await Asker.open();
});
afterAll(() => asker.graph.close());

/** A request that stands on what is loaded now. */
async function begin(kept: KeptRows, footing?: Footing): Promise<GraphRequest> {
  const request = new GraphRequest(asker.graph, {}, kept);
  const { version } = await asker.catalogue.current();
  request.standOn(async () => footing ?? version);
  return request;
}

describe("rows are kept for other requests", () => {
  it("of the same version, with the same statement and values; it is told that they come from memory", async () => {
    const kept = new KeptRows(100_000);
    const ask = async (value: string, footing?: Footing) => {
      const request = await begin(kept, footing);
      const rows = await request.ask(echo, { text: value });
      return { rows, memory: request.runs.map(({ fromMemory, rows }) => [fromMemory, rows]) };
    };
    const first = await ask("广州");
    expect(first).toEqual({ rows: [{ text: "广州", size: 2 }], memory: [[false, 1]] });
    const second = await ask("广州");
    expect(second.memory).toEqual([[true, 1]]);
    expect(second.rows).toBe(first.rows);
    expect((await ask("深圳")).memory).toEqual([[false, 1]]);
    const { version } = await asker.catalogue.current();
    const other = {
      name: "another",
      anchor: version.anchor,
      includes: (one: string) => version.includes(one),
    };
    expect((await ask("广州", other)).memory).toEqual([[false, 1]]);
    expect((await ask("广州")).memory).toEqual([[true, 1]]);
  });

  it("only when the bookmark at their end proves the version", async () => {
    const kept = new KeptRows(100_000);
    const { version } = await asker.catalogue.current();
    const doubtful = { name: version.name, anchor: version.anchor, includes: () => false };
    const request = await begin(kept, doubtful);
    await request.ask(echo, { text: "a" });
    expect([...request.strange]).toEqual([expect.stringMatching(/^FB:/)]);
    expect(kept.bytes).toBe(0);
    // It was no other version after all.
    expect(await asker.catalogue.covers(await asker.catalogue.current(), request.strange)).toBe(true);
  });

  it("within their bytes, and none that is larger than all of them", async () => {
    const kept = new KeptRows(10_000);
    for (let i = 0; i < 50; i++) {
      await (await begin(kept)).ask(echo, { text: `${i} ${"x".repeat(200)}` });
      expect(kept.bytes).toBeLessThanOrEqual(10_000);
    }
    expect(kept.bytes).toBeGreaterThan(7_000);
    const before = kept.bytes;
    await (await begin(kept)).ask(echo, { text: "x".repeat(6_000) });
    expect(kept.bytes).toBe(before);
  });
});

/** Freezes a value and all that is in it. */
function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const item of Object.values(value)) freeze(item);
}

/** Rows that are shared as soon as somebody has them, and that nobody can change. */
class FrozenRows extends KeptRows {
  override keep(footing: Footing, key: string, rows: readonly unknown[]): void {
    freeze(rows);
    super.keep(footing, key, rows);
  }
}

describe("no question changes rows, which are other requests' too", () => {
  const folder = new URL("./", import.meta.url);
  const files = readdirSync(folder).filter((file) => file.endsWith(".graphql"));
  const kept = new FrozenRows(100_000_000);

  it.each(files)("%s", async (file) => {
    const source = readFileSync(new URL(file, folder), "utf8");
    const ask = () => {
      const request = new GraphRequest(asker.graph, { deadlineMs: 30_000 }, kept);
      return atOneVersion(
        () => new Context(request.again(), asker.catalogue),
        (contextValue) => graphql({ schema: asker.schema, source, contextValue }),
      );
    };
    const [plain, frozen, again] = [await asker.ask(source), await ask(), await ask()];
    expect(JSON.parse(JSON.stringify(frozen))).toEqual(plain.result);
    expect(JSON.parse(JSON.stringify(again))).toEqual(plain.result);
  });

  it("and rows were kept at all", () => {
    expect(kept.bytes).toBeGreaterThan(100_000);
  });
});
