import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sentenceHash } from "../../src/data/sentence.js";
import { Texts } from "../../src/data/texts.js";
import { Asker } from "../graph.js";

const texts = process.env.GOVGRAPH_TEXTS;

describe.skipIf(texts === undefined)("the report's own text (GOVGRAPH_TEXTS)", () => {
  it("has every cited sentence, where its quote says", async () => {
    const asker = await Asker.open();
    const own = new Texts(texts as string);
    const { result } = await asker.ask(
      `{ dataQuality { errors quotes { source { key } compared cited matching differing } }
         facts(edition: 2022, source: "report-2022", first: 100) { nodes { evidence { source { textFile } locator sha256 quote quoteRange { start end } } } } }`,
      {},
      own,
    );
    await asker.graph.close();
    const { dataQuality, facts } = result.data as {
      dataQuality: { errors: number; quotes: { cited: number; matching: string[]; differing: string[] }[] };
      facts: { nodes: { evidence: Evidence[] }[] };
    };
    expect(dataQuality.errors).toBe(0);
    expect(dataQuality.quotes).toMatchObject([
      { source: { key: "report-2022" }, compared: true, cited: 31, differing: [] },
    ]);
    const placed = facts.nodes.flatMap(({ evidence }) => evidence).filter(({ sha256 }) => sha256 !== null);
    expect(placed.length).toBeGreaterThan(90);
    for (const { source, sha256, quote, quoteRange } of placed) {
      const whole = readFileSync(join(texts as string, source.textFile as string), "utf8");
      expect(whole.slice(quoteRange?.start, quoteRange?.end)).toBe(quote);
      expect(sentenceHash(quote as string)).toBe(sha256);
    }
  });
});

interface Evidence {
  readonly source: { readonly textFile: string | null };
  readonly sha256: string | null;
  readonly quote: string | null;
  readonly quoteRange: { readonly start: number; readonly end: number } | null;
}
