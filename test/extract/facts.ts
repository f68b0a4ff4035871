import type { RegionTable } from "../../src/data/tables.js";
import type { Draft } from "../../src/extract/draft.js";
import { extract } from "../../src/extract/extract.js";

/** Returns the problems of an extraction: faults, sentences not understood, missing facts and unexpected facts. */
export function problemsOf(text: string, expected: readonly string[], regions: RegionTable): string[] {
  const { faults, account, draft } = extract(text, regions, { file: "text", name: "text.txt" });
  const found = draft === null ? [] : linesOf(draft);
  return [
    ...faults.map(({ line, column, code, message }) => `FAULT ${line}:${column} ${code}: ${message}`),
    ...account.flatMap(({ locator, notUnderstood }) =>
      notUnderstood.map(({ message }) => `NOT_UNDERSTOOD ${locator} ${message}`),
    ),
    ...expected.filter((line) => !found.includes(line)).map((line) => `MISSING ${line}`),
    ...found.filter((line) => !expected.includes(line)).map((line) => `UNEXPECTED ${line}`),
  ];
}

/** Formats the facts of a draft: one line per fact, with the locators that it cites. */
export function linesOf(draft: Draft): string[] {
  const locatorsOf = (cite: string | readonly string[]) =>
    [cite]
      .flat()
      .map((citation) => citation.split("@")[1])
      .filter((locator) => locator !== undefined)
      .sort()
      .join(",");
  const lines: string[] = [];
  const add = (cite: string | readonly string[], ...parts: unknown[]) => {
    const locators = locatorsOf(cite);
    if (locators !== "") lines.push(`${factLine(...parts)} @${locators}`);
  };
  for (const section of ["title", "evaluatedYear", "publishedOn", "assessor", "commissioner"] as const) {
    for (const { is, cite } of draft[section] ?? []) add(cite, section, is);
  }
  for (const { key, name, viewpoint, aspects, cite } of draft.dimensions ?? [])
    add(cite, "dimension", key, name, viewpoint, aspects);
  for (const { tier, above, upTo, printed, cite } of draft.tierBounds ?? [])
    add(cite, "bound", tier, above, upTo, printed);
  for (const { level, complete, tiers } of draft.tierCounts ?? []) {
    for (const { tier, count, share, cite } of tiers) add(cite, "count", level, tier, count, share, complete);
  }
  for (const { level, tier, count, share, cite } of draft.cumulativeCounts ?? [])
    add(cite, "cumulative", level, tier, count, share);
  for (const { cite, level, tier, ...list } of draft.tierMembers ?? [])
    add(cite, "members", level, tier, list);
  for (const { cite, level, dimension, ...list } of draft.leaders ?? [])
    add(cite, "leaders", level, dimension, list);
  for (const { cite, level, region, count } of draft.leadCounts ?? [])
    add(cite, "leadCount", level, region, count);
  for (const { cite, level, period, ...list } of draft.keepsLeading ?? [])
    add(cite, "keepsLeading", level, period, list);
  for (const { cite, level, complete, regions } of draft.initiatives ?? []) {
    for (const { region, initiative } of regions)
      add(cite, "initiative", level, region, initiative, complete);
  }
  for (const { cite, level, from, to, ...list } of draft.rises ?? [])
    add(cite, "rises", level, from, to, list);
  for (const { cite, level, complete, regions } of draft.scores ?? []) {
    // A table is cited as a whole.
    const citations = complete ? [] : [cite].flat();
    for (const { region, rank, score, doubt } of regions)
      add(complete ? "x@table" : citations, "score", level, region, rank, score, doubt !== undefined);
  }
  for (const { cite, level, dimension, regions } of draft.ranks ?? []) {
    for (const { region, rank, atMost } of regions) add(cite, "rank", level, dimension, region, rank, atMost);
  }
  for (const { cite, level, mean } of draft.means ?? []) add(cite, "mean", level, mean);
  for (const { cite, level, count, share, change } of draft.aboveMean ?? [])
    add(cite, "aboveMean", level, count, share, change);
  for (const { cite, level, count } of draft.objects ?? []) add(cite, "objects", level, count);
  for (const { cite, level } of draft.firstAssessed ?? []) add(cite, "firstAssessed", level);
  for (const { cite, id, about } of draft.claims ?? []) add(cite, "claim", id, about);
  return lines.sort();
}

/** Formats a fact as one line. A list consists of open or closed, its order, its printed size and its regions. */
export function factLine(...parts: readonly unknown[]): string {
  return parts
    .map((part) => {
      if (part === null || part === undefined) return "-";
      if (Array.isArray(part)) return JSON.stringify(part);
      if (typeof part !== "object") return String(part);
      const { complete, order, printedCount, regions } = part as Record<string, unknown>;
      return `${complete ? "closed" : "open"} ${order ?? "-"} ${printedCount ?? "-"} ${(regions as string[]).join(" ")}`;
    })
    .join(" ");
}
