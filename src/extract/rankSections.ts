import type { Edition } from "../data/edition.js";
import { doubtsOf } from "./doubt.js";
import type { Fact, FactOf, Located } from "./fact.js";

/** One citation, or several citations that agree. */
export type Cite = string | string[];

/** Builds the section `scores`: the tables, and one entry per group of statements with the same sentences. */
export function scoreSections(
  facts: readonly Located[],
  citeOf: (located: Located) => Cite,
): Edition["scores"] {
  const tables = facts.flatMap((located) => {
    if (located.fact.kind !== "scoreTable") return [];
    const { level, complete, rows } = located.fact;
    return [
      {
        level,
        complete,
        printedCount: null,
        regions: rows.map((row) => ({ ...row })),
        cite: citeOf(located),
      },
    ];
  });
  const single = groupBySentences(facts, (fact) => (fact.kind === "score" ? `${fact.level}` : undefined)).map(
    (group) => {
      const rows = group.map(({ fact }) => {
        const { region, rank, score } = fact as FactOf<"score">;
        return { region, rank, score };
      });
      const sorted = sortedByRank(rows);
      const doubts = doubtsOf(sorted);
      const regions = sorted.map((row, index) => {
        const doubt = doubts.get(index);
        return doubt === undefined ? row : { ...row, doubt };
      });
      return {
        level: (group[0]!.fact as FactOf<"score">).level,
        complete: false,
        printedCount: null,
        regions,
        cite: citeOf(group[0]!),
      };
    },
  );
  return [...tables, ...single];
}

/** Builds the section `ranks`: one entry per dimension and group of statements with the same sentences. */
export function rankSections(
  facts: readonly Located[],
  citeOf: (located: Located) => Cite,
): Edition["ranks"] {
  return groupBySentences(facts, (fact) =>
    fact.kind === "rank" ? `${fact.level} ${fact.dimension}` : undefined,
  ).map((group) => {
    const { level, dimension } = group[0]!.fact as FactOf<"rank">;
    const rows = group.map(({ fact }) => {
      const { region, rank, atMost } = fact as FactOf<"rank">;
      return { region, rank, atMost };
    });
    return { level, dimension, regions: sortedByRank(rows), cite: citeOf(group[0]!) };
  });
}

/** Groups facts with the same subject and the same sentences, in the printed order. */
function groupBySentences(
  facts: readonly Located[],
  subjectOf: (fact: Fact) => string | undefined,
): readonly (readonly Located[])[] {
  const groups = new Map<string, Located[]>();
  for (const located of facts) {
    const subject = subjectOf(located.fact);
    if (subject === undefined) continue;
    const key = `${subject} ${located.locators.join(" ")}`;
    groups.set(key, [...(groups.get(key) ?? []), located]);
  }
  return [...groups.values()];
}

/** Sorts rows by rank; rows without a rank come last, in the printed order. */
function sortedByRank<T extends { readonly rank: number | null }>(rows: readonly T[]): T[] {
  const position = ({ rank }: T) => rank ?? 1000;
  return [...rows].sort((a, b) => position(a) - position(b));
}
