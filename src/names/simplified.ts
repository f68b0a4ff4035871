import traditional from "opencc-js/dict/TSCharacters";

const hanzi = /\p{Script=Han}/gu;

let table: ReadonlyMap<string, string> | undefined;

/**
 * Returns the simplified character for each traditional one with the same number of UTF-16 units. About two hundred rare
 * characters with simplified forms outside the basic plane are left out.
 */
function simplifiedOf(): ReadonlyMap<string, string> {
  if (table === undefined) {
    const pairs = traditional.split("|").map((pair) => pair.split(" ") as [string, string]);
    const all = new Map(pairs);
    // 薴 becomes 苧, and 苧 becomes 苎. Both steps are taken at once, so that a second call changes nothing.
    const resolved = pairs.map(([from, to]) => [from, all.get(to) ?? to] as const);
    table = new Map(resolved.filter(([from, to]) => from !== to && from.length === to.length));
  }
  return table;
}

/**
 * Converts traditional characters to simplified ones (廣東 → 广东) with OpenCC's table. It works character by character,
 * without context: a traditional character with two simplified forms becomes the more likely one (乾 → 干). Characters
 * that are correct in both scripts (台, 著, 后) stay. Simplified text, words of Taiwan or Hong Kong, Japanese forms (広)
 * and other characters do not change.
 * @param text of any length
 * @returns a text of the same length: each UTF-16 offset refers to the same character as in `text`
 */
export function toSimplified(text: string): string {
  return text.replace(hanzi, (character) => simplifiedOf().get(character) ?? character);
}
