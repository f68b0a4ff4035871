import { matchAddress } from "./address.js";
import { matchName, type NameMatch } from "./lookup.js";
import type { NamedRegion } from "./name.js";

/**
 * Finds the regions that a text names: by one of their names, or by an address, such as 广东省广州市.
 * @param text a name as a person typed it: any case, with or without spaces, apostrophes, hyphens
 * @param regions the regions to choose from
 * @returns no match if the name is unknown, several if it is ambiguous (`gz`: 贵州, 广州); provinces first, then in
 *   administrative order
 */
export function match<Row extends NamedRegion>(
  text: string,
  regions: readonly Row[],
): readonly NameMatch<Row>[] {
  const matches = matchName(text, regions);
  return matches.length > 0 ? matches : matchAddress(text, regions);
}
