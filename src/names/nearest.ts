import { similarity } from "./distance.js";
import { toSimplified } from "./simplified.js";

/** Removes differences that do not matter between keys: case, width, white space, hyphens and underscores. */
function normalizeKey(text: string): string {
  return toSimplified(
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s\-_]/g, ""),
  );
}

/**
 * Finds the candidates nearest to a text, such as the allowed keys for a misspelled one.
 * @param text as a person typed it
 * @param candidates the possible texts; case and hyphens do not count as a difference
 * @returns the candidates with the smallest distance, in the given order, at most three; empty if no candidate is near
 */
export function nearest(text: string, candidates: Iterable<string>): readonly string[] {
  const form = normalizeKey(text);
  const similar = [...new Set(candidates)].flatMap((candidate) => {
    const distance = similarity(form, normalizeKey(candidate));
    return distance === undefined ? [] : [{ candidate, distance }];
  });
  const smallest = Math.min(...similar.map(({ distance }) => distance));
  return similar
    .filter(({ distance }) => distance === smallest)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/**
 * Returns the end of a message about an unknown name: `. Did you mean 广州?`, `. Did you mean 贵州 or 广州?`.
 * @returns an empty text if there is no proposal
 */
export function didYouMean(proposals: readonly string[]): string {
  if (proposals.length === 0) return "";
  const last = proposals.at(-1);
  const others = proposals.slice(0, -1).join(", ");
  return `. Did you mean ${others === "" ? last : `${others} or ${last}`}?`;
}

/** The most names that a message lists. */
const maxListed = 10;

/**
 * Returns the end of a message about an unknown name: the nearest names or, if no name is near, the known names, at most
 * ten and the number of the rest. Examples: `. Known sources: report-2022, xinhua-2019.`,
 * `. Known sources: report-2022, … and 17 more.`.
 * @param proposals the nearest names; can be empty
 * @param noun what the names stand for, in the plural
 * @param all all names, in the order to list them
 */
export function didYouMeanOr(proposals: readonly string[], noun: string, all: readonly string[]): string {
  if (proposals.length > 0) return didYouMean(proposals);
  const more = all.length - maxListed;
  return `. Known ${noun}: ${all.slice(0, maxListed).join(", ")}${more > 0 ? ` and ${more} more` : ""}.`;
}
