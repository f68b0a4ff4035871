import { simplify } from "./simplify.js";

/** A sentence in the form that statements are read in, with the way back to the text it comes from. */
export interface NormalizedText {
  /** NFKC, simplified characters, without white space and without pinyin put behind a character. */
  readonly text: string;
  /** Where in the source's text each UTF-16 unit of `text` comes from, and one more: where the sentence ends. */
  readonly offsets: readonly number[];
}

/** Pinyin in brackets behind the character that it is for, as some copies have it: 務(wù). */
const pinyin = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu;

/**
 * Normalises a stretch of a source's text. White space is dropped wherever it stands, since in Chinese it says nothing;
 * where it parts the columns of a table, see scoreTable.ts.
 * @param start where the stretch begins in the source's text
 */
export function normalize(stretch: string, start: number): NormalizedText {
  let text = "";
  const offsets: number[] = [];
  let offset = start;
  for (const character of simplify(stretch)) {
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
  for (const found of [...text.matchAll(unwanted), { 0: "", index: text.length }]) {
    keptText += text.slice(from, found.index);
    keptOffsets.push(...offsets.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return { text: keptText, offsets: [...keptOffsets, offsets.at(-1)!] };
}
