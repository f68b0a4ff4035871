import { simplify } from "./simplify.js";

/** A sentence in the form that statements are read in, with the way back to the text it comes from. */
export interface Normal {
  /** NFKC, simplified characters, without white space and without pinyin put behind a character. */
  readonly text: string;
  /** Where in the source's text each UTF-16 unit of `text` comes from, and one more: where the sentence ends. */
  readonly at: readonly number[];
}

/** Pinyin in brackets behind the character that it is for, as some copies have it: 務(wù). */
const pinyin = /(?<=\p{Script=Han})\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)/gu;

/**
 * Normalises a stretch of a source's text. White space is dropped wherever it stands, since in Chinese it says nothing;
 * where it parts the columns of a table, see scoreTable.ts.
 * @param start where the stretch begins in the source's text
 */
export function normalise(stretch: string, start: number): Normal {
  let text = "";
  const at: number[] = [];
  let place = start;
  for (const character of simplify(stretch)) {
    const plain = character.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "");
    for (let unit = 0; unit < plain.length; unit++) at.push(place);
    text += plain;
    place += character.length;
  }
  at.push(place);
  return without(text, at, pinyin);
}

function without(text: string, at: readonly number[], unwanted: RegExp): Normal {
  const kept: number[] = [];
  let plain = "";
  let from = 0;
  for (const found of [...text.matchAll(unwanted), { 0: "", index: text.length }]) {
    plain += text.slice(from, found.index);
    kept.push(...at.slice(from, found.index));
    from = found.index + found[0].length;
  }
  return { text: plain, at: [...kept, at.at(-1)!] };
}
