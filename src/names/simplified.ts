import traditional from "opencc-js/dict/TSCharacters";

const hanzi = /\p{Script=Han}/gu;

let table: ReadonlyMap<string, string> | undefined;

/**
 * The simplified character for each traditional one that stands in the same number of UTF-16 units. The others (some
 * two hundred rare ones, whose simplified forms are outside the basic plane) stay as they are.
 */
function simplifiedOf(): ReadonlyMap<string, string> {
  if (table === undefined) {
    const pairs = traditional.split("|").map((pair) => pair.split(" ") as [string, string]);
    const all = new Map(pairs);
    // 薴 becomes 苧 and 苧 becomes 苎: at one stroke, so that a second time changes nothing.
    const resolved = pairs.map(([from, to]) => [from, all.get(to) ?? to] as const);
    table = new Map(resolved.filter(([from, to]) => from !== to && from.length === to.length));
  }
  return table;
}

/**
 * Turns traditional characters into simplified ones (廣東 → 广东), by OpenCC's table. It works character by character,
 * whatever stands beside it: where one traditional character has two simplified ones, the likelier is taken (乾 → 干), and
 * what is right in both (台, 著, 后) stays. Text that is simplified already stays as it is, and so do words of Taiwan or
 * Hong Kong, Japanese forms (広) and everything that is no Chinese character.
 * @param text of any length
 * @returns as long a text: the character at each place (in UTF-16 units) is that of the same place in `text`
 */
export function toSimplified(text: string): string {
  return text.replace(hanzi, (character) => simplifiedOf().get(character) ?? character);
}
