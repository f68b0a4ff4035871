import { presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Level } from "../scalar.js";
import type { RegionTable } from "../tables.js";
import type { Path } from "../yaml.js";
import type { EditionFile } from "./file.js";

/** In hundredths of a percent. A printed share can be rounded or truncated: a source prints 15 of 32 as 46.87%. */
const shareTolerance = 1;
/** In hundredths of a percent. Each share is rounded separately, so the sum can differ slightly from 100%. */
const sumTolerance = 2;

/** A count of regions with its printed share; invalid parts are missing. */
interface CountWithShare {
  readonly count?: number | undefined;
  readonly share?: string | null | undefined;
}

/**
 * Checks the counts of regions. A share must be its count divided by the number of regions. Complete counts must add up
 * to the number of regions, and their shares to 100%.
 */
export function checkCounts(file: EditionFile, regions: RegionTable | undefined): void {
  const { content: edition, report } = file;
  for (const name of ["cumulativeCounts", "aboveMean"] as const) {
    const entries: readonly (({ level?: Level | undefined } & CountWithShare) | undefined)[] =
      edition[name] ?? [];
    for (const [index, { level, ...counted }] of presentEntries(entries)) {
      if (level === undefined || regions === undefined) continue;
      checkShare(file, [name, index], counted, regions.size(level));
    }
  }
  for (const [index, { level, complete, tiers }] of presentEntries(edition.tierCounts)) {
    if (level === undefined || regions === undefined || tiers === undefined) continue;
    const path = ["tierCounts", index, "tiers"];
    const total = regions.size(level);
    const entries = [...presentEntries(tiers)];
    for (const [tierIndex, counted] of entries) checkShare(file, [...path, tierIndex], counted, total);
    if (complete !== true) continue;
    const counts = entries.map(([, { count }]) => count);
    if (counts.length === tiers.length && counts.every((count) => count !== undefined)) {
      const sum = counts.reduce((a, b) => a + b, 0);
      const message = `expected counts that add up to ${total}, the number of regions of level ${level}, got ${counts.join(" + ")} = ${sum}`;
      if (sum !== total) report(path, "COUNT_SUM", message);
    }
    const shares = entries.map(([, { share }]) => share);
    if (shares.length === tiers.length && shares.every((share) => typeof share === "string")) {
      const sum = shares.map(hundredths).reduce((a, b) => a + b, 0);
      const message = `expected shares that add up to 100% ± 0.02, got ${shares.join(" + ")} = ${(sum / 100).toFixed(2)}%`;
      if (Math.abs(sum - 10_000) > sumTolerance) report(path, "SHARE_SUM", message);
    }
  }
}

function checkShare(
  { report }: EditionFile,
  path: Path,
  { count, share }: CountWithShare,
  total: number,
): void {
  if (count === undefined || typeof share !== "string") return;
  const exact = (10_000 * count) / total;
  if (Math.abs(hundredths(share) - exact) <= shareTolerance) return;
  const expected = `${(exact / 100).toFixed(2)}% (${count} of ${total})`;
  report([...path, "share"], "SHARE", `expected ${expected}, got ${formatValue(share)}`);
}

/** Converts a printed share to hundredths of a percent: 5313 for 53.13%. It rounds, because 53.13 × 100 is not exact. */
function hundredths(share: string): number {
  return Math.round(Number.parseFloat(share) * 1_000_000) / 10_000;
}
