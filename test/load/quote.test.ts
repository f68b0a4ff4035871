import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Dataset, readDataset } from "../../src/data/dataset.js";
import { sentenceHash } from "../../src/data/sentence.js";
import { Texts } from "../../src/data/texts.js";
import { datasetElements } from "../../src/load/dataset.js";
import { load } from "../../src/load/load.js";
import { generatedHashes, generateText, sentenceAt } from "../data/generatedText.js";
import { Asker, dataElements } from "../graph.js";

const data = readDataset(new URL("../../data/", import.meta.url).pathname);
const report = data.editions
  .find(({ year }) => year === 2022)
  ?.sources.find(({ id }) => id === "report-2022");
const locators = Object.keys(report?.sentences ?? {});
const text = generateText(locators);

/**
 * Returns the committed data with two changes. The report is a generated text. The tier of 广东 is cited from a second
 * text that has one sentence of the report at another location.
 */
function generatedDataset(): Dataset {
  const dataset = structuredClone(data) as Dataset;
  const edition = dataset.editions.find(({ year }) => year === 2022);
  const own = edition?.sources.find(({ id }) => id === "report-2022");
  const second = dataset.sources.find(({ id }) => id === "paobohui-2022");
  const members = edition?.tierMembers[0];
  if (!own || !second || members?.cite !== "paobohui-2022")
    throw new Error("2022.yaml has changed: adapt this test");
  own.sentences = generatedHashes(locators);
  second.text = "copy.txt";
  second.sentences = { "0.1.2": sentenceHash(sentenceAt("2.1.3")) };
  members.cite = "paobohui-2022@0.1.2";
  return dataset;
}

interface QuotedEvidence {
  readonly locator: string;
  readonly quote: string | null;
  readonly quoteRange: { start: number; end: number } | null;
  readonly source: { key: string };
}

describe("quotes from the operator's own copies", () => {
  let asker: Asker;
  let folder: string;
  const write = (name: string, content: string) => writeFileSync(join(folder, name), content);

  beforeAll(async () => {
    asker = await Asker.open();
    await load(asker.graph, datasetElements(generatedDataset()), { replace: true });
  });
  afterAll(async () => {
    await load(asker.graph, dataElements(), { replace: true });
    await asker.graph.close();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "govgraph-texts-"));
    write("report-2022.txt", text);
    write("copy.txt", `开头。${sentenceAt("2.1.3")}\n`);
  });

  const ask = async (document: string) => (await asker.ask(document, {}, new Texts(folder))).result;
  const evidence = "evidence { locator quote quoteRange { start end } source { key } }";
  /** Returns the evidence that 武汉 leads in 服务成效度 (2.1.3), and the evidence of 广东's tier. */
  const evidenceOfBoth = async () => {
    const { data: answer } = (await ask(`{
      fact: node(id: "${Buffer.from("Fact:2022/leads/420100/EFFECTIVENESS").toString("base64url")}") { ... on Fact { ${evidence} } }
      guangdong: region(by: { code: "440000" }) { tier(edition: 2022) { ${evidence} } }
    }`)) as {
      data: { fact: { evidence: QuotedEvidence[] }; guangdong: { tier: { evidence: QuotedEvidence[] } } };
    };
    return [...answer.fact.evidence, ...answer.guangdong.tier.evidence];
  };
  const quality = async () => {
    const { data: answer } = (await ask(`{ dataQuality {
      errors quotes { source { key } compared reason cited matching differing }
      checks { key figure severity findings { severity message facts { key } editions { year } sources { key } } }
    } }`)) as { data: { dataQuality: { errors: number; quotes: object[]; checks: { key: string }[] } } };
    const { errors, quotes, checks } = answer.dataQuality;
    return { errors, quotes, check: checks.find(({ key }) => key === "unmatchedQuotes") };
  };

  it("returns the sentence and range of the cited source, if two sources have the same sentence", async () => {
    const found = await evidenceOfBoth();
    expect(found.map(({ source, locator, quote }) => [source.key, locator, quote])).toEqual([
      ["report-2022", "2.1.3", sentenceAt("2.1.3")],
      ["paobohui-2022", "0.1.2", sentenceAt("2.1.3")],
    ]);
    const [report, copy] = found.map(({ quoteRange }) => quoteRange);
    expect(report).toEqual({
      start: text.indexOf(sentenceAt("2.1.3")),
      end: text.indexOf(sentenceAt("2.2.1")) - "\n".length,
    });
    expect(copy).toEqual({ start: 3, end: 3 + sentenceAt("2.1.3").length });
    expect(await quality()).toEqual({
      errors: 0,
      quotes: [
        {
          source: { key: "paobohui-2022" },
          compared: true,
          reason: null,
          cited: 1,
          matching: ["0.1.2"],
          differing: [],
        },
        {
          source: { key: "report-2022" },
          compared: true,
          reason: null,
          cited: 31,
          matching: locators,
          differing: [],
        },
      ],
      check: { key: "unmatchedQuotes", figure: 0, severity: null, findings: [] },
    });
  });

  it.each([
    ["CRLF", text.replaceAll("\n", "\r\n")],
    ["a byte-order mark", `\ufeff${text}`],
    ["full-width forms and stray spaces", text.replaceAll("这是", " 这 是")],
  ])("the range refers to the unchanged text of the file: %s", async (_, content) => {
    write("report-2022.txt", content);
    const whole = readFileSync(join(folder, "report-2022.txt"), "utf8");
    const [{ quote, quoteRange } = { quote: null, quoteRange: null }] = await evidenceOfBoth();
    expect(quote?.replaceAll(" ", "")).toBe(sentenceAt("2.1.3"));
    expect(whole.slice(quoteRange?.start, quoteRange?.end)).toBe(quote);
    expect(await quality()).toMatchObject({ errors: 0, check: { figure: 0 } });
  });

  it("a changed sentence has no quote, and the report lists the facts that cite it", async () => {
    write("report-2022.txt", text.replace(sentenceAt("2.1.3"), "这一句改了。"));
    const [changed, copy] = await evidenceOfBoth();
    expect(changed).toMatchObject({ locator: "2.1.3", quote: null, quoteRange: null });
    expect(copy?.quote).toBe(sentenceAt("2.1.3"));
    const { errors, quotes, check } = await quality();
    expect(errors).toBe(1);
    expect(quotes[1]).toMatchObject({ compared: true, differing: ["2.1.3"] });
    const list = [
      "440100",
      "420100",
      "230100",
      "320100",
      "330100",
      "370200",
      "440300",
      "350200",
      "330200",
      "340100",
    ];
    expect(check).toEqual({
      key: "unmatchedQuotes",
      figure: 1,
      severity: "ERROR",
      findings: [
        {
          severity: "ERROR",
          message:
            "report-2022@2.1.3: expected the cited sentence, but the sentence at 2.1.3 of report-2022.txt has another hash",
          facts: [
            ...list.map((code) => `2022/leads/${code}/EFFECTIVENESS`),
            "2022/leads-list/CITY/EFFECTIVENESS",
          ]
            .sort()
            .map((key) => ({ key })),
          editions: [{ year: 2022 }],
          sources: [{ key: "report-2022" }],
        },
      ],
    });
  });

  it("a moved sentence is reported with its new location", async () => {
    write("copy.txt", `${sentenceAt("2.1.3")}\n`);
    expect((await evidenceOfBoth())[1]).toMatchObject({ quote: null, quoteRange: null });
    expect((await quality()).check).toMatchObject({
      findings: [
        {
          severity: "ERROR",
          message:
            "paobohui-2022@0.1.2: expected the cited sentence, but copy.txt has no sentence 0.1.2; the cited sentence is at 0.1.1",
          facts: expect.arrayContaining([{ key: "2022/in-tier/440000/VERY_HIGH" }]),
        },
      ],
    });
  });

  it("a missing or unreadable text has no quotes, and nothing fails", async () => {
    rmSync(join(folder, "copy.txt"));
    writeFileSync(join(folder, "report-2022.txt"), new Uint8Array([0xff, 0xfe, 0x00]));
    expect((await evidenceOfBoth()).map(({ quote, quoteRange }) => [quote, quoteRange])).toEqual([
      [null, null],
      [null, null],
    ]);
    const { errors, quotes, check } = await quality();
    expect(errors).toBe(1);
    expect(quotes).toMatchObject([
      { compared: false, reason: "there is no copy.txt", cited: 1, matching: [], differing: [] },
      { compared: false, cited: 31, matching: [], differing: [] },
    ]);
    expect(check).toMatchObject({
      figure: 2,
      findings: [
        {
          severity: "INFO",
          message: "1 cited sentence of paobohui-2022 was not compared: there is no copy.txt",
        },
        {
          severity: "ERROR",
          message:
            "31 cited sentences of report-2022 were not compared: report-2022.txt:1:1: expected UTF-8, got the bytes FF FE 00 at offset 0. Save it as UTF-8.",
        },
      ],
    });
  });
});
