import { fold } from "./fold.js";
import { distanceTo, type FuzzyQuery, fuzzyQueryOf } from "./fuzzy.js";
import { byLevelAndOrder, cachedNamesOf, type NamedRegion, type NameKind } from "./name.js";

/** A region that a misspelled text can mean. */
export interface Suggestion<Row extends NamedRegion> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The region's name that is nearest to the text. */
  readonly name: string;
  /** Distance as in `distanceTo`; 0 if the name sounds the same, or if only a place word such as «市» or «City» is wrong. */
  readonly distance: number;
}

/**
 * Finds the regions with names nearest to a text that `match` does not know: a misspelled name, a name with the same
 * sound, a name with a wrong place word, or the code of a place within a region (440106 is in 广州).
 * @param text as a person typed it
 * @param regions the regions to choose from
 * @param limit the most suggestions to return
 * @returns the regions with the smallest distance, provinces first, then in administrative order; empty if none is near
 */
export function suggest<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
  limit = 3,
): readonly Suggestion<Row>[] {
  const digits = fold(text);
  const guess = fuzzyQueryOf(text);
  const candidates = regions.flatMap((region) => nearestName(digits, guess, region) ?? []);
  const smallest = Math.min(...candidates.map(({ distance }) => distance));
  return candidates
    .filter(({ distance }) => distance === smallest)
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

/** Returns the digits of a code that follow the region's code, because the code of a place begins with its region's. */
function distanceOfCode(digits: string, code: string): number | undefined {
  if (!/^\d{3,12}$/.test(digits) || /00$/.test(code)) return undefined;
  return digits.startsWith(code) ? digits.length - code.length : undefined;
}
