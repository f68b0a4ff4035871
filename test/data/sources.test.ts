import { expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";

const { editions, sources } = readDataset("data");
const cites = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, item]) => (key === "cite" ? [item].flat() : cites(item)));
const cited = new Set(cites(editions).map((citation) => citation.split("@")[0]!));

test("all sources are cited, and each has a weakness", () => {
  expect(sources).toHaveLength(30);
  expect(sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  for (const { id, weakness, text, sentences } of sources) {
    expect([id, weakness === null, text, sentences]).toEqual([id, false, null, {}]);
  }
  expect(sources[0]!.weakness).toContain("No page that prints the fact was found");
});

test("all sources have different addresses, except GovGraph's notes, which have none", () => {
  const urls = sources.map(({ url }) => url);
  expect(new Set(urls).size).toBe(30);
  expect(sources.filter(({ url }) => url === null).map(({ id }) => id)).toEqual(["govgraph-notes"]);
});

test("only what no page prints cites GovGraph's notes, and no fact cites both", () => {
  const noted = editions.flatMap(({ year, ...sections }) =>
    Object.entries(sections).flatMap(([name, entries = []]) =>
      entries
        .filter((entry) => cites(entry).includes("govgraph-notes"))
        .map((entry) => [`${year} ${name}`, cites(entry)]),
    ),
  );
  expect(noted).toEqual([
    ["2017 dimensions", ["govgraph-notes"]],
    ["2018 claims", ["govgraph-notes"]],
    ["2019 definitions", ["govgraph-notes"]],
    ["2021 evaluatedYear", ["govgraph-notes"]],
    ["2021 objects", ["govgraph-notes"]],
  ]);
});

test("a reading of GovGraph is in the weakness of its source", () => {
  const weakness = (id: string) => sources.find((source) => source.id === id)?.weakness ?? "";
  expect(weakness("paobohui-2022")).toContain("2018 to 2022");
  expect(weakness("fujian-daily-2023")).toContain("is GovGraph's reading");
  expect(weakness("zhejiang-2018")).toContain("GovGraph's rendering");
});

test("the two pages that are known to be corrupted are not sources", () => {
  const corrupted = ["hfjinjia.cn", "tjtaiding.com"];
  const all = [...sources, ...editions.flatMap((edition) => edition.sources)];
  expect(all.filter(({ url }) => corrupted.some((site) => url?.includes(site)))).toEqual([]);
  // faulty/spun-copy.yaml tests that a file with names mixed up in this way is rejected.
});

test("no file contains a sentence of a source, only terms, names and titles", () => {
  const full = "省级政府和重点城市一体化政务服务能力调查评估报告(2022)";
  const named = [
    full,
    ...editions.flatMap(({ title, assessor = [] }) => [...title, ...assessor].map(({ is }) => is)),
  ];
  const sentences: string[] = [];
  const look = (value: unknown) => {
    if (typeof value === "object" && value !== null) for (const item of Object.values(value)) look(item);
    if (typeof value !== "string") return;
    const rest = named.reduce((text, name) => text.replaceAll(name, ""), value);
    if (/[。？！；]|[\p{Script=Han}，、]{20}/u.test(rest)) sentences.push(value);
  };
  look([sources, editions]);
  expect(sentences).toEqual([]);
});
