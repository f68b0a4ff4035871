import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";
import { isLong } from "../long.js";
import { dimensions, edition, editions, latestWith, levels, type RegionEntry, regions } from "./data.js";

const query = `query ($from: String!, $to: String!, $edition: Int) {
  path(from: { code: $from }, to: { code: $to }, edition: $edition) {
    edition { year }
    length
    total
    paths { text steps { link forward sentence } }
    reason
  }
}`;

/** A relationship as it points, by the names of its ends. */
interface Link {
  readonly from: string;
  readonly to: string;
  readonly type: string;
  readonly sentence: string;
}

/** What a path may follow in an edition; a relationship that two sources state is there once. */
function linksOf(year: number): Link[] {
  const { leaders = [], keepsLeading = [] } = edition(year);
  const all: Link[] = [];
  for (const { level, dimension, regions: names } of leaders) {
    const group = level === "CITY" ? "key cities" : "provincial-level units";
    const to = dimensions.find(({ key }) => key === dimension)?.name as string;
    for (const from of names) {
      all.push({ from, to, type: "LEADS", sentence: `${from} leads in ${to} among the ${group} (${year})` });
    }
  }
  for (const { regions: names } of keepsLeading) {
    for (const from of names) {
      const sentence = `${from} is named as leading lastingly (${year})`;
      all.push({ from, to: `${year}`, type: "KEEPS_LEADING", sentence });
    }
  }
  for (const { name: from, province: to } of regions) {
    if (to !== null) all.push({ from, to, type: "PART_OF", sentence: `${from} is a key city of ${to}` });
  }
  return [...new Map(all.map((link) => [`${link.from} ${link.to}`, link])).values()];
}

/** Dimensions, provincial-level units, cities, the edition: the order of the things that paths are sorted by. */
const things = [
  ...dimensions.map(({ name }) => name),
  ...levels.flatMap((level) => regions.filter((region) => region.level === level).map(({ name }) => name)),
];
const placeOf = (name: string) => (things.includes(name) ? things.indexOf(name) : things.length);

function compare(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((name, index) => name !== b[index]);
  return differs < 0 ? 0 : placeOf(a[differs] as string) - placeOf(b[differs] as string);
}

/** All shortest ways of so many steps at most, breadth first, as the names of the things along them. */
function waysBetween(from: string, to: string, links: readonly Link[], most = 6): string[][] {
  const neighbours = new Map<string, string[]>();
  for (const link of links) {
    neighbours.set(link.from, [...(neighbours.get(link.from) ?? []), link.to]);
    neighbours.set(link.to, [...(neighbours.get(link.to) ?? []), link.from]);
  }
  const seen = new Set([from]);
  let ways = [[from]];
  for (let steps = 1; steps <= most; steps++) {
    ways = ways.flatMap((way) =>
      (neighbours.get(way.at(-1) as string) ?? []).flatMap((name) =>
        seen.has(name) ? [] : [[...way, name]],
      ),
    );
    const arrived = ways.filter((way) => way.at(-1) === to);
    if (arrived.length > 0) return arrived.sort(compare);
    // Only after a whole round: another way of the same length may come by the same thing.
    for (const way of ways) seen.add(way.at(-1) as string);
  }
  return [];
}

function explain(way: readonly string[], links: readonly Link[]) {
  let text = way[0] as string;
  const steps = way.slice(1).map((name, index) => {
    const before = way[index] as string;
    const there = links.find(({ from, to }) => from === before && to === name);
    const back = links.find(({ from, to }) => from === name && to === before);
    const { type, sentence } = (there ?? back) as Link;
    text += `${there ? " → " : " ← "}${name}`;
    return { link: type, forward: there !== undefined, sentence };
  });
  return { text, steps };
}

/** Why there is no path of six steps at most. */
function reasonFor(ends: readonly RegionEntry[], year: number, links: readonly Link[]): string {
  const listed = links.filter(({ type }) => type !== "PART_OF").map(({ from }) => from);
  if (listed.length === 0) return `No list of leading regions of the ${year} edition is known.`;
  const sentences = ends.flatMap(({ name, province }) => {
    const home = province ?? name;
    const kin = regions
      .filter((one) => one.name !== name && (one.name === home || one.province === home))
      .map((one) => one.name);
    if ([name, ...kin].some((one) => listed.includes(one))) return [];
    const others = kin.length > 1 ? `${kin.slice(0, -1).join(", ")} or ${kin.at(-1)}` : kin[0];
    const nor = others === undefined ? "" : `, nor is ${others}`;
    return [`${name} is in no list of leading regions of the ${year} edition${nor}.`];
  });
  if (sentences.length > 0) return sentences.join(" ");
  const [from, to] = ends.map(({ name }) => name) as [string, string];
  const [longer] = waysBetween(from, to, links, links.length);
  return longer === undefined
    ? `Nothing in the lists of the ${year} edition connects ${from} and ${to}.`
    : `The shortest path from ${from} to ${to} takes ${longer.length - 1} steps; at most 6 are followed.`;
}

function answerFor(from: RegionEntry, to: RegionEntry, year: number) {
  const links = linksOf(year);
  const ways = waysBetween(from.name, to.name, links);
  return {
    edition: { year },
    length: ways[0] === undefined ? null : ways[0].length - 1,
    total: ways.length,
    paths: ways.slice(0, 100).map((way) => explain(way, links)),
    reason: ways.length > 0 ? null : reasonFor([from, to], year, links),
  };
}

/** Every pair of regions in an order that mixes levels and directions; a test takes some of them. */
const pairs = regions.flatMap((one, index) =>
  regions.slice(index + 1).map((other, next) => ((index + next) % 2 === 0 ? [one, other] : [other, one])),
) as [RegionEntry, RegionEntry][];
const sample = pairs.filter((_, index) => index % (isLong ? 13 : 53) === 0);

describe("path is what a search breadth first through the data files finds", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it("takes its sample from both levels and across them", () => {
    const kinds = sample.map(([one, other]) => `${one.level} ${other.level}`);
    for (const from of levels)
      for (const to of levels)
        expect(kinds.filter((kind) => kind === `${from} ${to}`).length).toBeGreaterThan(isLong ? 20 : 5);
  });

  it.each([null, ...editions.map(({ year }) => year)])("%s", { timeout: 300_000 }, async (year) => {
    // Of lists of both levels the latest counts.
    const latest = Math.max(...levels.map((level) => latestWith("leaders", level) ?? 0));
    for (const [from, to] of year === null ? sample.slice(0, 20) : sample) {
      const { result } = await asker.ask(query, { from: from.code, to: to.code, edition: year });
      expect(result, `${from.name} ${to.name}`).toEqual({
        data: { path: answerFor(from, to, year ?? latest) },
      });
    }
  });

  it("finds the same ways in both directions", async () => {
    const [guangzhou, jinan] = ["广州", "济南"].map((name) => regions.find((one) => one.name === name));
    const textsOf = async (from?: RegionEntry, to?: RegionEntry) => {
      const { result } = await asker.ask(query, { from: from?.code, to: to?.code });
      return (result.data!.path as { paths: { text: string }[] }).paths.map(({ text }) => text);
    };
    const there = await textsOf(guangzhou, jinan);
    const back = await textsOf(jinan, guangzhou);
    const turned = back.map((text) =>
      text
        .split(" ")
        .reverse()
        .map((word) => (word === "→" ? "←" : word === "←" ? "→" : word))
        .join(" "),
    );
    expect(there.length).toBeGreaterThan(0);
    expect([...turned].sort()).toEqual([...there].sort());
  });
});
