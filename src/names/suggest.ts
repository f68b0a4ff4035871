import { fold } from "./fold.js";
import { distanceTo, type FuzzyQuery, fuzzyQueryOf } from "./fuzzy.js";
import { byLevelAndOrder, cachedNamesOf, type NamedRegion, type NameKind } from "./name.js";

/** A region that a text may have meant. */
export interface Suggestion<Row extends NamedRegion> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The name that the text comes nearest to. */
  readonly name: string;
  /** As `distanceTo` has it; 0 where the text sounds the same, or where only a word such as «市» or «City» is wrong. */
  readonly distance: number;
}

/**
 * The regions whose names come nearest to a text that `match` does not know: misspelt, of the same sound, with a wrong
 * word for its kind of place, or the code of a place within a region (440106 lies in 广州).
 * @param text as a person typed it
 * @param regions the regions to choose from
 * @param limit how many suggestions at most
 * @returns those of the smallest distance, provinces first, then by order; none if nothing is near
 */
export function suggest<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
  limit = 3,
): readonly Suggestion<Row>[] {
  const digits = fold(text);
  const guess = fuzzyQueryOf(text);
  const candidates = regions.flatMap((region) => nearestName(digits, guess, region) ?? []);
  const smallest = Math.min(...candidates.map((one) => one.distance));
  return candidates
    .filter((one) => one.distance === smallest)
    .sort((a, b) => byLevelAndOrder(a.region, b.region))
    .slice(0, limit);
}

function nearestName<Row extends NamedRegion>(
  digits: string,
  guess: FuzzyQuery | undefined,
  region: Row,
): Suggestion<Row> | undefined {
  let best: Suggestion<Row> | undefined;
  for (const candidate of cachedNamesOf(region)) {
    const { kind, name } = candidate;
    const distance = kind === "CODE" ? distanceOfCode(digits, name) : guess && distanceTo(guess, candidate);
    if (distance !== undefined && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { region, kind, name, distance };
    }
  }
  return best;
}

/** A place within a region has a code that begins with the region's: the more digits in common, the nearer. */
function distanceOfCode(digits: string, code: string): number | undefined {
  if (!/^\d{3,12}$/.test(digits) || /00$/.test(code)) return undefined;
  return digits.startsWith(code) ? digits.length - code.length : undefined;
}
