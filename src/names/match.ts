import {
  byLevelAndOrder,
  cachedNamesOf,
  formFor,
  type NamedRegion,
  type NameKind,
  nameKinds,
} from "./name.js";

/** A region that a text names, with the name that matched. */
export interface NameMatch<Row extends NamedRegion> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The name as written in the data, such as Guǎngzhōu for the text GUANGZHOU. */
  readonly name: string;
}

/**
 * Finds the regions that a text names. It compares the text with hanzi, code, English, toned pinyin, toneless pinyin and
 * initials, in this order. The first kind that matches any region decides.
 * @param text a name as a person typed it: any case, with or without spaces, apostrophes, hyphens
 * @param regions the regions to choose from
 * @returns no match if the name is unknown, several if it is ambiguous (`gz`: 贵州, 广州); provinces first, then in
 *   administrative order
 */
export function match<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
): readonly NameMatch<Row>[] {
  for (const kind of nameKinds) {
    const form = formFor(kind, text);
    if (form === "") return [];
    const matches = regions.flatMap((region) => {
      const found = cachedNamesOf(region).find((name) => name.kind === kind && name.form === form);
      return found === undefined ? [] : [{ region, kind, name: found.name }];
    });
    if (matches.length > 0) return matches.sort((a, b) => byLevelAndOrder(a.region, b.region));
  }
  return [];
}
