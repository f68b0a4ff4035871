import { byLevelAndOrder, formFor, knownNames, type Name, type Named, type NameKind } from "./name.js";
import { rate } from "./suggest.js";

/** How a text and a name agree, best first. */
export const agreements = ["EXACT", "PREFIX", "CONTAINS", "FUZZY"] as const;
export type Agreement = (typeof agreements)[number];

/** A region that a text may mean, with the name that says so. */
export interface NameHit<Row extends Named> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The name as it is written in the data. */
  readonly name: string;
  readonly how: Agreement;
}

/**
 * All regions with a name that is the text, begins with it or contains it; if there is none, those with a name near it.
 * A single hanzi finds every name that holds it.
 * @param text a name or a part of one, as a person typed it
 * @param regions the regions to search
 * @returns one hit for a region, with its best name; exact before prefix before contains before fuzzy (the nearest
 *   first), then provinces before cities, then by order
 */
export function searchNames<Row extends Named>(
  text: string,
  regions: readonly Row[],
): readonly NameHit<Row>[] {
  const hits = regions.flatMap((region) => bestHit(text, region) ?? []);
  if (hits.length > 0) {
    const rank = ({ how }: NameHit<Row>) => agreements.indexOf(how);
    return hits.sort((a, b) => rank(a) - rank(b) || byLevelAndOrder(a.region, b.region));
  }
  return regions
    .flatMap((region) => rate(text, region) ?? [])
    .sort((a, b) => a.distance - b.distance || byLevelAndOrder(a.region, b.region))
    .map(({ region, kind, name }) => ({ region, kind, name, how: "FUZZY" }));
}

function bestHit<Row extends Named>(text: string, region: Row): NameHit<Row> | undefined {
  let best: NameHit<Row> | undefined;
  for (const name of knownNames(region)) {
    const how = agreementOf(formFor(name.kind, text), name);
    if (how === undefined) continue;
    if (best === undefined || agreements.indexOf(how) < agreements.indexOf(best.how)) {
      best = { region, kind: name.kind, name: name.name, how };
    }
  }
  return best;
}

function agreementOf(typed: string, { kind, form }: Name): Agreement | undefined {
  if (typed === "") return undefined;
  if (form === typed) return "EXACT";
  if (form.startsWith(typed)) return "PREFIX";
  // In the middle of a name one or two Latin letters say nothing (gz is in hangzhou), nor do digits.
  const tells = kind === "HANZI" || (kind !== "CODE" && kind !== "INITIALS" && typed.length > 2);
  return tells && form.includes(typed) ? "CONTAINS" : undefined;
}
