import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { extract } from "../../src/extract/extract.js";
import { factLine, linesOf } from "./facts.js";
import { regions } from "./words.js";

const folder = new URL("heldOut/", import.meta.url);

/** Returns the expected facts as lines without locators. They were written by hand before the grammar existed. */
function expected(name: string): string[] {
  const facts = parse(readFileSync(new URL(`${name}.yaml`, folder), "utf8"));
  const lines: string[] = [];
  const add = (...parts: unknown[]) => lines.push(factLine(...parts));
  for (const section of ["title", "evaluatedYear", "publishedOn", "assessor", "commissioner"]) {
    for (const is of [facts[section] ?? []].flat()) add(section, is);
  }
  const each = (section: string, give: (entry: never) => void) => {
    for (const entry of facts[section] ?? []) give(entry as never);
  };
  type Entry = Record<string, never>;
  each("dimensions", (d: Entry) => add("dimension", d.key, d.name, d.viewpoint, d.aspects));
  each("tierBounds", (b: Entry) => add("bound", b.tier, b.above, b.upTo, b.printed));
  each("tierCounts", ({ level, complete, tiers }: { level: string; complete: boolean; tiers: Entry[] }) => {
    for (const { tier, count, share } of tiers) add("count", level, tier, count, share, complete);
  });
  each("cumulativeCounts", (c: Entry) => add("cumulative", c.level, c.tier, c.count, c.share));
  each("tierMembers", ({ level, tier, ...list }: Entry) => add("members", level, tier, list));
  each("leaders", ({ level, dimension, ...list }: Entry) => add("leaders", level, dimension, list));
  each("leadCounts", (l: Entry) => add("leadCount", l.level, l.region, l.count));
  each("keepsLeading", ({ level, period, ...list }: Entry) => add("keepsLeading", level, period, list));
  each(
    "initiatives",
    ({ level, complete, regions: all }: { level: string; complete: boolean; regions: Entry[] }) => {
      for (const { region, initiative } of all) add("initiative", level, region, initiative, complete);
    },
  );
  each("rises", ({ level, from, to, ...list }: Entry) => add("rises", level, from, to, list));
  each("scores", ({ level, regions: all }: { level: string; regions: Entry[] }) => {
    for (const { region, rank, score } of all) add("score", level, region, rank, score, false);
  });
  each(
    "ranks",
    ({ level, dimension, regions: all }: { level: string; dimension: string; regions: string[] }) => {
      for (const entry of all) {
        const [region, rank = ""] = entry.split(" ");
        const atMost = rank.startsWith("≤");
        add("rank", level, dimension, region, atMost ? null : rank, atMost ? rank.slice(1) : null);
      }
    },
  );
  each("means", (m: Entry) => add("mean", m.level, m.mean));
  each("aboveMean", (a: Entry) => add("aboveMean", a.level, a.count, a.share, a.change));
  each("objects", (o: Entry) => add("objects", o.level, o.count));
  each("claims", (c: { areas: string[] }) => add("claim", c.areas.join(" ")));
  return lines.sort();
}

describe("texts of other years, written for this test and not used to develop the grammar", () => {
  it.each(["central-2020", "ranked-2018", "central-2023", "local-2021"])("%s", (name) => {
    const text = readFileSync(new URL(`${name}.txt`, folder), "utf8");
    const { draft, faults, account, elsewhere } = extract(text, regions, { file: name, name: `${name}.txt` });
    expect(faults).toEqual([]);
    const found = linesOf(draft!).map((line) =>
      line
        .replace(/ @.*/, "")
        // The expectation of a claim has only its areas.
        .replace(
          /^claim .*?(\[.*)$/,
          (_, about: string) =>
            `claim ${JSON.parse(about)
              .map(({ area }: { area: string }) => area)
              .join(" ")}`,
        ),
    );
    expect(found.sort()).toEqual(expected(name));
    const { otherEditions = [], notUnderstood = [] } = parse(
      readFileSync(new URL(`${name}.yaml`, folder), "utf8"),
    );
    expect(elsewhere).toHaveLength(otherEditions.length);
    const messages = account.flatMap((entry) => entry.notUnderstood.map(({ message }) => message));
    expect(messages).toHaveLength(notUnderstood.length);
    for (const [index, part] of (notUnderstood as string[]).entries())
      expect(messages[index]).toContain(part);
  });
});
