import type { Random } from "../http/random.js";
import { type EditionEntry, type Level, regionsOf } from "./data.js";
import { citedSections } from "./generated.js";

type Entries = Record<string, Record<string, unknown>[]>;

/** The ways in which facts about tiers can contradict each other, as sections that are added to an edition. */
const contradictions: Readonly<Record<string, (level: Level, names: readonly string[]) => Entries>> = {
  twoTiers: (level, [a]) => ({
    tierMembers: [members(level, "HIGH", [a]), members(level, "LOW", [a])],
  }),
  everyTier: (level, [a]) => ({
    tierMembers: ["VERY_HIGH", "HIGH", "MEDIUM", "LOW"].map((tier) => members(level, tier, [a])),
  }),
  riseElsewhere: (level, [a, b]) => ({
    tierMembers: [members(level, "MEDIUM", [a])],
    rises: [
      { level, from: "LOW", to: "HIGH", complete: false, order: null, printedCount: null, regions: [a, b] },
    ],
  }),
  missingFromClosedList: (level, [a, b, c]) => ({
    tierMembers: [members(level, "MEDIUM", [a]), { ...members(level, "MEDIUM", [b, c]), complete: true }],
  }),
  scoreOutsideTier: (level, [a]) => ({
    ...bounds(),
    tierMembers: [members(level, "LOW", [a])],
    scores: [scored(level, [[a, null, 99]])],
  }),
  boundsInWrongOrder: (level, [a, b]) => ({
    tierBounds: [
      { tier: "VERY_HIGH", above: 60, upTo: null, printed: "?" },
      { tier: "HIGH", above: 80, upTo: null, printed: "?" },
    ],
    scores: [
      scored(level, [
        [a, null, 70],
        [b, null, 71],
      ]),
    ],
  }),
  ranksAgainstTiers: (level, [a, b]) => ({
    tierMembers: [members(level, "LOW", [a]), members(level, "VERY_HIGH", [b])],
    scores: [
      scored(level, [
        [a, 1, null],
        [b, 5, null],
      ]),
    ],
  }),
  countTooSmall: (level, [a, b, c]) => ({
    tierMembers: [members(level, "HIGH", [a, b, c])],
    tierCounts: [counted(level, { HIGH: 2 })],
  }),
  countsTooLarge: (level) => ({ tierCounts: [counted(level, { VERY_HIGH: 20, HIGH: 20 })] }),
  fallingSums: (level) => ({
    cumulativeCounts: [
      { level, tier: "VERY_HIGH", count: 12, share: null },
      { level, tier: "HIGH", count: 9, share: null },
    ],
  }),
};

export const contradictionNames: readonly string[] = Object.keys(contradictions);

const members = (level: Level, tier: string, regions: readonly (string | undefined)[]) => ({
  level,
  tier,
  complete: false,
  order: null,
  printedCount: null,
  regions,
});
const scored = (
  level: Level,
  lines: readonly (readonly [string | undefined, number | null, number | null])[],
) => ({
  level,
  complete: false,
  printedCount: null,
  regions: lines.map(([region, rank, score]) => ({ region, rank, score })),
});
const bounds = () => ({ tierBounds: [{ tier: "VERY_HIGH", above: 90, upTo: null, printed: "?" }] });
const counted = (level: Level, counts: Readonly<Record<string, number>>) => ({
  level,
  complete: false,
  tiers: Object.entries(counts).map(([tier, count]) => ({ tier, count, share: null })),
});

/** Returns the edition with one or more contradictions, about regions that are chosen at random. */
export function contradict(
  edition: EditionEntry,
  names: readonly string[],
  level: Level,
  random: Random,
): EditionEntry {
  const result: Record<string, unknown> & { year: number } = { ...edition };
  for (const [index, name] of names.entries()) {
    const drawn = new Set(Array.from({ length: 9 }, () => random.pick(regionsOf(level)).name));
    const added = citedSections(contradictions[name]?.(level, [...drawn]) as Entries, `contrary-${index}`);
    for (const [section, entries] of Object.entries(added))
      result[section] = [...((edition[section] as object[]) ?? []), ...entries];
  }
  return result;
}
