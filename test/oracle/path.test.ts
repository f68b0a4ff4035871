import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { isLong } from "../long.js";
import { dimensions, edition, editions, latestLeaders, levels, type RegionEntry, regions } from "./data.js";

const query = `query ($from: String!, $to: String!, $edition: Int) {
  path(from: { code: $from }, to: { code: $to }, edition: $edition) {
    edition { year }
    length
    total
    paths { text steps { link forward sentence } }
    reason
  }
}`;

/** A relationship in its direction, by the names of its nodes. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly sentence: string;
}

/** Returns a node's English name with its Chinese name. */
const english = new Map([...dimensions, ...regions].map(({ name, nameEn }) => [name, `${nameEn} (${name})`]));

/** Returns the relationships of an edition that a path can follow; a relationship that two sources state occurs once. */
function linksOf(year: number): Link[] {
  const { leaders = [], keepsLeading = [] } = edition(year);
  const all: Link[] = [];
  for (const { level, dimension, regions: names } of leaders) {
    const group = level === "CITY" ? "key cities" : "provincial-level units";
    const to = dimensions.find(({ key }) => key === dimension)?.name as string;
    for (const from of names) {
      all.push({
        from,
        to,
        type: "LEADS",
        sentence: `${english.get(from)} leads in ${english.get(to)} among the ${group} (${year})`,
      });
    }
  }
  for (const { regions: names } of keepsLeading) {
    for (const from of names) {
      const sentence = `${english.get(from)} is named as a consistent leader (${year})`;
      all.push({ from, to: `${year}`, type: "KEEPS_LEADING", sentence });
    }
  }
  for (const { name: from, province: to } of regions) {
    if (to !== null)
      all.push({
        from,
        to,
        type: "PART_OF",
        sentence: `${english.get(from)} is a key city of ${english.get(to)}`,
      });
  }
  return [...new Map(all.map((link) => [`${link.from} ${link.to}`, link])).values()];
}

/** Names in the order that paths are sorted by: dimensions, provincial-level units, cities, then the edition. */
const sortedNames = [
  ...dimensions.map(({ name }) => name),
  ...levels.flatMap((level) => regions.filter((region) => region.level === level).map(({ name }) => name)),
];
const placeOf = (name: string) =>
  sortedNames.includes(name) ? sortedNames.indexOf(name) : sortedNames.length;

function compare(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((name, index) => name !== b[index]);
  return differs < 0 ? 0 : placeOf(a[differs] as string) - placeOf(b[differs] as string);
}

/** Returns all shortest paths, found breadth first, as the names of the nodes along them. */
function pathsBetween(from: string, to: string, links: readonly Link[], maxSteps = 6): string[][] {
  const neighbors = new Map<string, string[]>();
  for (const link of links) {
    neighbors.set(link.from, [...(neighbors.get(link.from) ?? []), link.to]);
    neighbors.set(link.to, [...(neighbors.get(link.to) ?? []), link.from]);
  }
  const seen = new Set([from]);
  let paths = [[from]];
  for (let steps = 1; steps <= maxSteps; steps++) {
    paths = paths.flatMap((path) =>
      (neighbors.get(path.at(-1) as string) ?? []).flatMap((name) =>
        seen.has(name) ? [] : [[...path, name]],
      ),
    );
    const arrived = paths.filter((path) => path.at(-1) === to);
    if (arrived.length > 0) return arrived.sort(compare);
    // Only after a whole round, because another path of the same length can pass the same node.
    for (const path of paths) seen.add(path.at(-1) as string);
  }
  return [];
}

function explain(path: readonly string[], links: readonly Link[]) {
  let text = path[0] as string;
  const steps = path.slice(1).map((name, index) => {
    const before = path[index] as string;
    const there = links.find(({ from, to }) => from === before && to === name);
    const back = links.find(({ from, to }) => from === name && to === before);
    const { type, sentence } = (there ?? back) as Link;
    text += `${there ? " → " : " ← "}${name}`;
    return { link: type, forward: there !== undefined, sentence };
  });
  return { text, steps };
}

/** Returns why there is no path of at most six steps. */
function reasonFor(ends: readonly RegionEntry[], year: number, links: readonly Link[]): string {
  const listed = links.filter(({ type }) => type !== "PART_OF").map(({ from }) => from);
  if (listed.length === 0) return `No list of leading regions in the ${year} edition is known.`;
  const sentences = ends.flatMap(({ name, province }) => {
    const home = province ?? name;
    const relatives = regions
      .filter((region) => region.name !== name && (region.name === home || region.province === home))
      .map((region) => region.name);
    if ([name, ...relatives].some((region) => listed.includes(region))) return [];
    const described = relatives.map((region) => english.get(region));
    const others =
      described.length > 1 ? `${described.slice(0, -1).join(", ")} or ${described.at(-1)}` : described[0];
    const nor = others === undefined ? "" : `, nor is ${others}`;
    return [`${english.get(name)} is not in any list of leading regions of the ${year} edition${nor}.`];
  });
  if (sentences.length > 0) return sentences.join(" ");
  const [from, to] = ends.map(({ name }) => name) as [string, string];
  const [longer] = pathsBetween(from, to, links, links.length);
  const [fromEn, toEn] = [english.get(from), english.get(to)];
  return longer === undefined
    ? `No list of the ${year} edition connects ${fromEn} and ${toEn}.`
    : `The shortest path from ${fromEn} to ${toEn} has ${longer.length - 1} steps. The maximum is 6.`;
}

function answerFor(from: RegionEntry, to: RegionEntry, year: number) {
  const links = linksOf(year);
  const paths = pathsBetween(from.name, to.name, links);
  return {
    edition: { year },
    length: paths[0] === undefined ? null : paths[0].length - 1,
    total: paths.length,
    paths: paths.slice(0, 100).map((path) => explain(path, links)),
    reason: paths.length > 0 ? null : reasonFor([from, to], year, links),
  };
}

/** Every pair of regions, in an order that mixes levels and directions. Tests use a sample. */
const pairs = regions.flatMap((region, index) =>
  regions
    .slice(index + 1)
    .map((other, next) => ((index + next) % 2 === 0 ? [region, other] : [other, region])),
) as [RegionEntry, RegionEntry][];
const sample = pairs.filter((_, index) => index % (isLong ? 13 : 53) === 0);

describe("path equals the result of a breadth-first search in the data files", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it("uses a sample from both levels and across them", () => {
    const kinds = sample.map(([from, to]) => `${from.level} ${to.level}`);
    for (const from of levels)
      for (const to of levels)
        expect(kinds.filter((kind) => kind === `${from} ${to}`).length).toBeGreaterThan(isLong ? 20 : 5);
  });

  it.each([null, ...editions.map(({ year }) => year)])("%s", { timeout: 300_000 }, async (year) => {
    // The default is the latest edition with lists of either level.
    const latest = Math.max(...levels.map(latestLeaders));
    for (const [from, to] of year === null ? sample.slice(0, 20) : sample) {
      const { result } = await asker.ask(query, { from: from.code, to: to.code, edition: year });
      expect(result, `${from.name} ${to.name}`).toEqual({
        data: { path: answerFor(from, to, year ?? latest) },
      });
    }
  });

  it("finds the same paths in both directions", async () => {
    const [guangzhou, jinan] = ["广州", "济南"].map((name) => regions.find((region) => region.name === name));
    const textsOf = async (from?: RegionEntry, to?: RegionEntry) => {
      const { result } = await asker.ask(query, { from: from?.code, to: to?.code });
      return (result.data!.path as { paths: { text: string }[] }).paths.map(({ text }) => text);
    };
    const there = await textsOf(guangzhou, jinan);
    const back = await textsOf(jinan, guangzhou);
    const reversed = back.map((text) =>
      text
        .split(" ")
        .reverse()
        .map((word) => (word === "→" ? "←" : word === "←" ? "→" : word))
        .join(" "),
    );
    expect(there.length).toBeGreaterThan(0);
    expect([...reversed].sort()).toEqual([...there].sort());
  });
});
