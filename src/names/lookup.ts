import { fold, foldToneless } from "./fold.js";
import { byLevelAndOrder, cachedNamesOf, type NamedRegion, type NameKind, nameKinds } from "./name.js";
import { placeWordLast } from "./placeWord.js";

/** A region that a text names, with the name that matched. */
export interface NameMatch<Row extends NamedRegion> {
  readonly region: Row;
  readonly kind: NameKind;
  /** The name as written in the data, such as Guǎngzhōu for the text GUANGZHOU. */
  readonly name: string;
}

/**
 * Finds the regions with a name equal to a text. It compares the text with hanzi, code, English, toned pinyin, toneless
 * pinyin and initials, in this order.
 * @param everyKind true to return the matches of every kind; otherwise the first kind that matches any region decides
 */
export function matchName<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
  everyKind = false,
): readonly NameMatch<Row>[] {
  const names = indexOf(regions);
  const [form, toneless] = [placeWordLast(fold(text)), placeWordLast(foldToneless(text))];
  const found = new Map<Row, NameMatch<Row>>();
  for (const kind of nameKinds) {
    for (const match of names.get(`${kind} ${kind === "PINYIN" ? toneless : form}`) ?? []) {
      if (!found.has(match.region)) found.set(match.region, match);
    }
    if (found.size > 0 && !everyKind) break;
  }
  return [...found.values()].sort((a, b) => byLevelAndOrder(a.region, b.region));
}

const indexes = new WeakMap<readonly NamedRegion[], unknown>();

/** Returns the regions by kind and form of their names, computed once per list of regions. */
function indexOf<Row extends NamedRegion>(
  regions: readonly Row[],
): ReadonlyMap<string, readonly NameMatch<Row>[]> {
  const known = indexes.get(regions) as Map<string, NameMatch<Row>[]> | undefined;
  if (known !== undefined) return known;
  const index = new Map<string, NameMatch<Row>[]>();
  for (const region of regions) {
    for (const { kind, form, name } of cachedNamesOf(region)) {
      const key = `${kind} ${form}`;
      index.set(key, [...(index.get(key) ?? []), { region, kind, name }]);
    }
  }
  indexes.set(regions, index);
  return index;
}
