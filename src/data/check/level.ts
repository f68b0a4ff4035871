import { presentEntries } from "../deepPartial.js";
import type { Level } from "../scalar.js";
import type { EditionFile } from "./file.js";

/** The sections of an edition file whose entries have a level. */
const leveledSections = [
  ...[
    "tierCounts",
    "cumulativeCounts",
    "tierMembers",
    "leaders",
    "leadCounts",
    "keepsLeading",
    "initiatives",
  ],
  ...["rises", "scores", "ranks", "means", "aboveMean", "objects", "firstAssessed", "definitions"],
] as const;

/**
 * Checks that facts are about levels that their edition assesses, and that no earlier edition assesses a level that an
 * edition assesses for the first time.
 */
export function checkLevels(files: readonly EditionFile[]): void {
  for (const { content: edition, report } of files) {
    const levels = levelsOf(edition);
    if (levels.length === 0) continue;
    for (const section of leveledSections) {
      const entries = (edition as Record<string, readonly ({ level?: Level } | undefined)[] | undefined>)[
        section
      ];
      for (const [index, { level }] of presentEntries(entries)) {
        if (level === undefined || levels.includes(level)) continue;
        const message = `expected a level that the edition assesses (${levels.join(", ")}), got ${level}`;
        report([section, index, "level"], "LEVEL_NOT_ASSESSED", message);
      }
    }
    for (const [index, { level }] of presentEntries(edition.firstAssessed)) {
      const earlier = files.find(
        ({ content }) =>
          content.year !== undefined &&
          edition.year !== undefined &&
          content.year < edition.year &&
          level !== undefined &&
          levelsOf(content).includes(level),
      );
      if (earlier === undefined) continue;
      const message = `expected no earlier edition that assesses ${level}, got ${earlier.content.year}`;
      report(["firstAssessed", index, "level"], "FIRST_ASSESSED", message);
    }
  }
}

function levelsOf({ levels }: EditionFile["content"]): Level[] {
  return [...presentEntries(levels)].flatMap(([, { are }]) =>
    [...presentEntries(are)].map(([, level]) => level),
  );
}
