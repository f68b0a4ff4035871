import { distance } from "fastest-levenshtein";

/**
 * How many letters two folded texts differ by; two neighbours that changed places count as one, since that is one slip
 * of the hand.
 */
export function difference(a: string, b: string): number {
  const far = distance(a, b);
  return far === 2 && areSwapped(a, b) ? 1 : far;
}

function areSwapped(a: string, b: string): boolean {
  let at = 0;
  while (a[at] === b[at]) at++;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** Case, width, white space, hyphens and underscores are no difference between keys. */
function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\-_]/g, "");
}

/** How many letters a misspelt text may differ from what was meant: none for one letter, else a third of it, at least one. */
function tolerance(text: string): number {
  return text.length < 2 ? 0 : Math.max(1, Math.floor(text.length / 3));
}

/**
 * The candidates nearest to a text that is none of them, such as the allowed keys for a misspelt one.
 * @param text as a person typed it
 * @param candidates what it could have been; case and hyphens do not count as a difference
 * @returns those of the smallest distance, in the order given, at most three; none if nothing is near
 */
export function nearest(text: string, candidates: Iterable<string>): readonly string[] {
  const form = plain(text);
  const rated = [...new Set(candidates)].map((candidate) => ({
    candidate,
    distance: difference(form, plain(candidate)),
  }));
  const least = Math.min(...rated.map((one) => one.distance));
  if (least > tolerance(form)) return [];
  return rated
    .filter((one) => one.distance === least)
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
const listed = 10;

/**
 * The end of a message about something unknown: the nearest names or, where none is near, what there is: ten at most and
 * how many more, such as `; sources: report-2022, xinhua-2019` or `; sources: report-2022, … and 17 more`.
 * @param proposals the nearest, if any
 * @param what what the names are, in the plural
 * @param all all names, in the order to list them
 */
export function didYouMeanOr(proposals: readonly string[], what: string, all: readonly string[]): string {
  if (proposals.length > 0) return didYouMean(proposals);
  const more = all.length - listed;
  return `; ${what}: ${all.slice(0, listed).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
