import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { load } from "../../src/load/load.js";
import type { Graph } from "../../src/neo4j/client.js";
import { runCypher } from "../cypher.js";
import { generatedHashes, generateText, sentenceAt } from "../data/generatedText.js";
import { dataElements, loadedGraph } from "../graph.js";
import { ended, govgraph, start, testSettings } from "./govgraph.js";

/** A copy of the data folder in which the hashes of the report are those of a text of our own. */
function madeData(): { folder: string; text: string; locators: string[] } {
  const folder = mkdtempSync(join(tmpdir(), "govgraph-data-"));
  cpSync(fileURLToPath(new URL("../../data/", import.meta.url)), folder, { recursive: true });
  const file = join(folder, "editions", "2022.yaml");
  const yaml = readFileSync(file, "utf8");
  const line = /^( +)(\d+\.\d+\.\d+): "[0-9a-f]{64}"$/gm;
  const locators = [...yaml.matchAll(line)].map(([, , locator]) => locator as string);
  const hashes = generatedHashes(locators);
  writeFileSync(
    file,
    yaml.replace(line, (_, space, locator) => `${space}${locator}: "${hashes[locator]}"`),
  );
  return { folder, text: generateText(locators), locators };
}

const data = madeData();
const settings = () => ({ ...testSettings(), GOVGRAPH_DATA: data.folder });

let graph: Graph;
let texts: string;
beforeAll(async () => {
  graph = await loadedGraph();
  const { code, stderr } = await govgraph(["load", "--replace"], settings());
  expect(stderr).toMatch(/^loaded version/);
  expect(code).toBe(0);
});
afterAll(async () => {
  await load(graph, dataElements(), { replace: true });
  await graph.close();
});
beforeEach(() => {
  texts = mkdtempSync(join(tmpdir(), "govgraph-texts-"));
  writeFileSync(join(texts, "report-2022.txt"), data.text);
});
const spoil = () =>
  writeFileSync(join(texts, "report-2022.txt"), data.text.replace(sentenceAt("2.1.3"), "这一句改了。"));

interface Verified {
  readonly equal: boolean;
  readonly quality: {
    readonly errors: number;
    readonly warnings: number;
    readonly checks: { key: string; figure: number; findings: { known: boolean; message: string }[] }[];
    readonly quotes: object[];
  } | null;
}
const verified = (stdout: string) => JSON.parse(stdout) as Verified;

describe("govgraph verify", () => {
  it("passes with known conflicts, and tells them and which sentences match", async () => {
    const { code, stdout, stderr } = await govgraph(["verify", "--texts", texts], settings());
    expect(stderr).toMatch(
      /^The graph equals its data: version [0-9a-f]{16}, \d+ elements, editions 2017, .*, 2023\.\n$/,
    );
    expect(code).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(stdout).toMatch(/^disagreeingFacts +2 {2}Where do the sources disagree\?$/m);
    expect(lines).toContain("  WARNING (known): 2019, published on: 2019-04-18 / 2019-04-19 / 2019-05-08");
    expect(stdout).toMatch(/^factsWithoutSource +0 {2}Which facts have no source\?$/m);
    expect(lines.at(-2)).toBe("report-2022: 31 of 31 cited sentences match the given text");
    expect(lines.at(-1)).toMatch(
      /^\d+ facts from 31 sources, [\d.]+% with a place, [\d.]+% with a hash; 0 errors, 4 warnings; govgraph verify --json tells all of it$/,
    );
  });

  it("gives the same report as JSON, which is what dataQuality answers", async () => {
    const { code, stdout } = await govgraph(["verify", "--json", "--texts", texts], settings());
    expect(code).toBe(0);
    const { equal, quality } = verified(stdout);
    expect(equal).toBe(true);
    expect(quality).toMatchObject({ errors: 0, warnings: 4, sources: 31 });
    expect(quality?.quotes).toEqual([
      {
        source: { key: "report-2022", textFile: "report-2022.txt" },
        compared: true,
        reason: null,
        cited: 31,
        matching: data.locators,
        differing: [],
      },
    ]);
    const asked = await govgraph(["ask", "dataQuality", "--json", "--texts", texts], settings());
    const { checks } = JSON.parse(asked.stdout) as { checks: object[] };
    const figures = ({ key, figure }: { key: string; figure: number }) => [key, figure];
    expect((checks as { key: string; figure: number }[]).map(figures)).toEqual(quality?.checks.map(figures));
  });

  it("says where no text is at hand, and passes", async () => {
    const without = await govgraph(["verify"], settings());
    expect(without.code).toBe(0);
    expect(without.stdout).toContain(
      "report-2022: none of 31 cited sentences compared, since no folder of texts was given\n",
    );
    rmSync(join(texts, "report-2022.txt"));
    const missing = await govgraph(["verify", "--texts", texts], settings());
    expect(missing.code).toBe(0);
    expect(missing.stdout).toContain(
      "report-2022: none of 31 cited sentences compared, since there is no report-2022.txt\n",
    );
  });

  it("fails when a sentence at hand is not as it was cited", async () => {
    spoil();
    const { code, stdout, stderr } = await govgraph(["verify", "--texts", texts], settings());
    expect(stdout).toContain(
      "  ERROR: report-2022@2.1.3: expected the cited sentence, but the sentence at 2.1.3 of report-2022.txt has another hash\n",
    );
    expect(stdout).toContain(
      "report-2022: 30 of 31 cited sentences match the given text; not as cited: 2.1.3\n",
    );
    expect(stderr).toBe("The checks found 1 error.\n");
    expect(code).toBe(1);
    const json = await govgraph(["verify", "--json", "--texts", texts], settings());
    expect(json.code).toBe(1);
    expect(verified(json.stdout)).toMatchObject({
      equal: true,
      quality: { errors: 1, quotes: [{ differing: ["2.1.3"] }] },
    });
  });

  it("fails when the graph was spoilt, and tells both that it differs and what contradicts", async () => {
    await runCypher(graph, "MATCH (fact:Fact {id: '2022/counts/CITY/HIGH'}) SET fact.value = 18.0");
    const { code, stdout } = await govgraph(["verify", "--json"], settings());
    await runCypher(graph, "MATCH (fact:Fact {id: '2022/counts/CITY/HIGH'}) SET fact.value = 17.0");
    expect(code).toBe(1);
    const { equal, quality } = verified(stdout);
    expect(equal).toBe(false);
    expect(quality?.errors).toBe(3);
    const found = quality?.checks.flatMap(({ findings }) => findings.map(({ message }) => message));
    expect(found).toEqual(
      expect.arrayContaining([
        "COUNTS of 2022 from 2022 to High (高): expected the values of its facts, got other values",
        "2022, city: expected counts of all tiers that add up to 32 assessed units, got 33",
        "2022/counts/CITY/HIGH: expected 56.25% (18 of 32), got 53.13%",
      ]),
    );
  });

  it("has no report on a database without data", async () => {
    await runCypher(graph, "MATCH (n) DETACH DELETE n");
    const { code, stdout, stderr } = await govgraph(["verify", "--json"], settings());
    expect(await govgraph(["load"], settings())).toMatchObject({ code: 0 });
    expect(stderr).toContain("The database holds no GovGraph data. Run: govgraph load");
    expect(code).toBe(1);
    expect(verified(stdout)).toMatchObject({ equal: false, quality: null });
  });
});

describe("the folder of texts", () => {
  const evidence = ["ask", "region", "--by", "武汉", "--json"];

  it.each([["verify"], ["serve"], ["ask", "meta"]])(
    "%s %s: one that is not there is wrong usage",
    async (...words) => {
      const none = join(texts, "none");
      const option = await govgraph([...words, "--texts", none], settings());
      expect(option.stderr).toBe(
        `--texts: expected a folder with the reports' own texts, found none at ${none}\n`,
      );
      expect(option.code).toBe(2);
      const setting = await govgraph(words, { ...settings(), GOVGRAPH_TEXTS: none });
      expect(setting.stderr).toBe(
        `GOVGRAPH_TEXTS: expected a folder with the reports' own texts, found none at ${none}\n`,
      );
      expect(setting.code).toBe(2);
    },
  );

  it("ask attaches it; the option takes the place of the setting", async () => {
    const without = await govgraph(evidence, settings());
    const quotes = (stdout: string) => [...stdout.matchAll(/"quote": "([^"]+)"/g)].map(([, quote]) => quote);
    expect(quotes(without.stdout)).toEqual([]);
    const setting = await govgraph(evidence, { ...settings(), GOVGRAPH_TEXTS: texts });
    expect(quotes(setting.stdout)).toContain(sentenceAt("2.1.3"));
    const empty = mkdtempSync(join(tmpdir(), "govgraph-texts-"));
    const option = await govgraph([...evidence, "--texts", texts], { ...settings(), GOVGRAPH_TEXTS: empty });
    expect(option.stdout).toBe(setting.stdout);
  });

  it("serve attaches it, and goes on when a text changes or goes", { timeout: 150_000 }, async () => {
    spoil();
    const child = start(["serve", "--texts", texts], { ...settings(), PORT: "0" });
    const end = ended(child);
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = "";
        child.stderr?.on("data", (chunk: Buffer) => {
          said += chunk.toString();
          const [, found] = /^GraphQL +(\S+)$/m.exec(said) ?? [];
          if (found !== undefined) resolve(found);
        });
        child.once("close", () => reject(new Error(said)));
      });
      const query = `{ region(by: { name: "武汉" }) { leads(edition: 2022) { evidence { locator quote } } }
        dataQuality { errors quotes { reason differing } } }`;
      const ask = async () => {
        const answer = await fetch(url, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ query }),
        });
        const { data: told } = (await answer.json()) as {
          data: {
            region: { leads: { evidence: { locator: string; quote: string | null }[] }[] };
            dataQuality: object;
          };
        };
        const first = told.region.leads
          .flatMap((lead) => lead.evidence)
          .find(({ locator }) => locator === "2.1.3");
        return { quote: first?.quote, quality: told.dataQuality };
      };
      // A server that has just started may need its time limit for the plans of all checks.
      await expect.poll(ask, { timeout: 60_000 }).toEqual({
        quote: null,
        quality: { errors: 1, quotes: [{ reason: null, differing: ["2.1.3"] }] },
      });
      writeFileSync(join(texts, "report-2022.txt"), data.text);
      await expect.poll(ask, { timeout: 40_000 }).toEqual({
        quote: sentenceAt("2.1.3"),
        quality: { errors: 0, quotes: [{ reason: null, differing: [] }] },
      });
      rmSync(join(texts, "report-2022.txt"));
      await expect.poll(ask, { timeout: 40_000 }).toEqual({
        quote: null,
        quality: { errors: 0, quotes: [{ reason: "there is no report-2022.txt", differing: [] }] },
      });
    } finally {
      child.kill("SIGTERM");
      await end;
    }
  });
});
