import { fold } from "./fold.js";
import { byLevelAndOrder, formFor, knownNames, type Named, type NameKind } from "./name.js";
import { difference, tolerance } from "./nearest.js";

/** A region that a text may have meant. */
export interface Suggestion<Row extends Named> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The name that the text comes nearest to. */
  readonly name: string;
  /** Letters to change, add or leave out; 0 where only a word such as «市» or «City» is too many. */
  readonly distance: number;
}

/** Words for a kind of place, which people put behind names that do not have them. */
const placeWords = /(省|市|地区|自治区|shi|sheng|city|province|municipality|autonomousregion|zizhiqu)$/;

/**
 * The regions whose names come nearest to a text that `match` does not know: misspelt, with a word too many, or the
 * code of a place within a region (440106 lies in 广州).
 * @param text as a person typed it
 * @param regions the regions to choose from
 * @param most how many suggestions at most
 * @returns those of the smallest distance, provinces first, then by order; none if nothing is near
 */
export function suggest<Row extends Named>(
  text: string,
  regions: readonly Row[],
  most = 3,
): readonly Suggestion<Row>[] {
  const rated = regions.flatMap((region) => rate(text, region) ?? []);
  const least = Math.min(...rated.map((one) => one.distance));
  return rated
    .filter((one) => one.distance === least)
    .sort((a, b) => byLevelAndOrder(a.region, b.region))
    .slice(0, most);
}

/** How near a text comes to a region: its nearest name, or nothing if even that is too far. */
export function rate<Row extends Named>(text: string, region: Row): Suggestion<Row> | undefined {
  const digits = fold(text);
  let best: Suggestion<Row> | undefined;
  for (const { kind, name, form } of knownNames(region)) {
    const far = kind === "CODE" ? distanceOfCode(digits, name) : distanceOfName(kind, text, form);
    if (far !== undefined && far < (best?.distance ?? Number.POSITIVE_INFINITY)) {
      best = { region, kind, name, distance: far };
    }
  }
  return best;
}

/** A place within a region has a code that begins with the region's: the more digits in common, the nearer. */
function distanceOfCode(digits: string, code: string): number | undefined {
  if (!/^\d{3,12}$/.test(digits) || /00$/.test(code)) return undefined;
  return digits.startsWith(code) ? digits.length - code.length : undefined;
}

function distanceOfName(kind: NameKind, text: string, form: string): number | undefined {
  // One letter more or less makes other initials of it: there is no nearest.
  if (kind === "INITIALS") return undefined;
  const typed = formFor(kind, text);
  const bare = typed.replace(placeWords, "");
  const far = Math.min(
    difference(typed, form),
    bare === "" ? Number.POSITIVE_INFINITY : difference(bare, form),
  );
  return far <= tolerance(typed) ? far : undefined;
}
