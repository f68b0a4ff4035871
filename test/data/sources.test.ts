import { expect, test } from "vitest";
import { readDataset } from "../../src/data/dataset.js";

const { editions, sources } = readDataset("data");
const cites = (value: unknown): string[] =>
  typeof value !== "object" || value === null
    ? []
    : Object.entries(value).flatMap(([key, item]) => (key === "cite" ? [item].flat() : cites(item)));
const cited = new Set(cites(editions).map((citation) => citation.split("@")[0]!));

test("sources are all cited, and each says what is weak about it", () => {
  expect(sources).toHaveLength(26);
  expect(sources.map(({ id }) => id).filter((id) => !cited.has(id))).toEqual([]);
  for (const { id, weakness, text, sentences } of sources) {
    expect([id, weakness === null, text, sentences]).toEqual([id, false, null, {}]);
  }
  expect(sources[0]!.weakness).toContain("was not recorded");
});

test("sources are pages each of its own, but for our notes", () => {
  const urls = sources.map(({ url }) => url);
  expect(new Set(urls).size).toBe(26);
  expect(sources.filter(({ url }) => url === null).map(({ id }) => id)).toEqual(["govgraph-notes"]);
});

test("sources are never one of the two pages known to be corrupted", () => {
  const corrupted = ["hfjinjia.cn", "tjtaiding.com"];
  const all = [...sources, ...editions.flatMap((one) => one.sources)];
  expect(all.filter(({ url }) => corrupted.some((site) => url?.includes(site)))).toEqual([]);
  // Names mixed up as in those are refused: see faulty/spun-copy.yaml.
});

test("no file holds a sentence of a source: terms, names and titles only", () => {
  const full = "省级政府和重点城市一体化政务服务能力调查评估报告(2022)";
  const named = [
    full,
    ...editions.flatMap(({ title, assessor = [] }) => [...title, ...assessor].map(({ is }) => is)),
  ];
  const held: string[] = [];
  const look = (value: unknown) => {
    if (typeof value === "object" && value !== null) for (const item of Object.values(value)) look(item);
    if (typeof value !== "string") return;
    const rest = named.reduce((left, name) => left.replaceAll(name, ""), value);
    if (/[。？！；]|[\p{Script=Han}，、]{20}/u.test(rest)) held.push(value);
  };
  look([sources, editions]);
  expect(held).toEqual([]);
});
