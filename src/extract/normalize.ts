import { simplify } from "./simplify.js";

/** A sentence in the form in which statements are read, with the offsets of the original text. */
export interface NormalizedText {
  /** NFKC, simplified characters, without white space and without pinyin after characters. */
  readonly text: string;
  /** The offset in the original text of each UTF-16 unit of `text`; the last element is the end of the sentence. */
  readonly offsets: readonly number[];
}

/** Pinyin in brackets after a character, as in some copies: 務(wù). */
const pinyin = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu;

/**
 * Normalizes a part of a text. White space is removed, because it has no meaning in Chinese. In a table it separates
 * columns: see scoreTable.ts.
 * @param part the part of the text
 * @param start the offset of the part in the text
 */
export function normalize(part: string, start: number): NormalizedText {
  let text = "";
  const offsets: number[] = [];
  let offset = start;
  for (const character of simplify(part)) {
    const normalized = character.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
    for (let unit = 0; unit < normalized.length; unit++) offsets.push(offset);
    text += normalized;
    offset += character.length;
  }
  offsets.push(offset);
  return removeMatches(text, offsets, pinyin);
}

function removeMatches(text: string, offsets: readonly number[], unwanted: RegExp): NormalizedText {
  const keptOffsets: number[] = [];
  let keptText = "";
  let from = 0;
  for (const match of [...text.matchAll(unwanted), { 0: "", index: text.length }]) {
    keptText += text.slice(from, match.index);
    keptOffsets.push(...offsets.slice(from, match.index));
    from = match.index + match[0].length;
  }
  return { text: keptText, offsets: [...keptOffsets, offsets.at(-1)!] };
}
