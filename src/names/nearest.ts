import { distance } from "fastest-levenshtein";

/**
 * How many letters two folded texts differ by; two neighbours that changed places count as one, since that is one slip
 * of the hand.
 */
export function editDistance(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && differBySwap(a, b) ? 1 : edits;
}

function differBySwap(a: string, b: string): boolean {
  let index = 0;
  while (a[index] === b[index]) index++;
  return a[index] === b[index + 1] && a[index + 1] === b[index] && a.slice(index + 2) === b.slice(index + 2);
}

/** Case, width, white space, hyphens and underscores are no difference between keys. */
function normalizeKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-_]/g, "");
}

/** How many letters a misspelt text may differ from what was meant: none for one letter, else a third of it, at least one. */
function maxEdits(text: string): number {
  return text.length < 2 ? 0 : Math.max(1, Math.floor(text.length / 3));
}

/**
 * The candidates nearest to a text that is none of them, such as the allowed keys for a misspelt one.
 * @param text as a person typed it
 * @param candidates what it could have been; case and hyphens do not count as a difference
 * @returns those of the smallest distance, in the order given, at most three; none if nothing is near
 */
export function nearest(text: string, candidates: Iterable<string>): readonly string[] {
  const form = normalizeKey(text);
  const ranked = [...new Set(candidates)].map((candidate) => ({
    candidate,
    distance: editDistance(form, normalizeKey(candidate)),
  }));
  const smallest = Math.min(...ranked.map((one) => one.distance));
  if (smallest > maxEdits(form)) return [];
  return ranked
    .filter((one) => one.distance === smallest)
    .slice(0, 3)
    .map((one) => one.candidate);
}

/**
 * The end of a message about something unknown: `; did you mean 广州?`, `; did you mean 贵州 or 广州?`.
 * @returns an empty text if there is nothing to propose
 */
export function didYouMean(proposals: readonly string[]): string {
  if (proposals.length === 0) return "";
  const last = proposals.at(-1);
  const others = proposals.slice(0, -1).join(", ");
  return `; did you mean ${others === "" ? last : `${others} or ${last}`}?`;
}

/** How many names a message lists at most: more than these nobody reads. */
const maxListed = 10;

/**
 * The end of a message about something unknown: the nearest names or, where none is near, what there is: ten at most and
 * how many more, such as `; sources: report-2022, xinhua-2019` or `; sources: report-2022, … and 17 more`.
 * @param proposals the nearest, if any
 * @param noun what the names are, in the plural
 * @param all all names, in the order to list them
 */
export function didYouMeanOr(proposals: readonly string[], noun: string, all: readonly string[]): string {
  if (proposals.length > 0) return didYouMean(proposals);
  const more = all.length - maxListed;
  return `; ${noun}: ${all.slice(0, maxListed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
