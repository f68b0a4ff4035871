import type { Source } from "../../model/source.js";

/** A sentence of a text, with its place there in UTF-16 units and its hash. */
export interface TextSentence {
  readonly locator: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** The operator's own copies of the sources' texts. */
export interface Texts {
  /** The sentences of a file by their places, or why there are none. */
  read(
    file: string,
  ):
    | { readonly sentences: ReadonlyMap<string, TextSentence> }
    | { readonly missing: boolean; readonly reason: string };
}

/** A sentence that is cited, by its place in the source and its hash. */
export interface CitedSentence {
  readonly source: Pick<Source, "key" | "textFile">;
  readonly locator: string;
  readonly sha256: string;
}

/** What came of looking for a cited sentence: the sentence; or that the text at hand differs; or that none is at hand. */
export type Sought =
  | { readonly state: "MATCHES"; readonly sentence: TextSentence }
  | { readonly state: "DIFFERS" | "UNREADABLE" | "NO_TEXT"; readonly reason: string };

/**
 * Looks for a cited sentence at its own place in the copy of its own source. The same sentence in another source, or
 * elsewhere in this one, is no match: the place would be wrong.
 * @param texts null where the operator has none
 */
export function seek(texts: Texts | null, { source, locator, sha256 }: CitedSentence): Sought {
  const { textFile } = source;
  if (texts === null) return { state: "NO_TEXT", reason: "no folder of texts was given" };
  if (textFile === null) return { state: "NO_TEXT", reason: "the source names no file" };
  const reading = texts.read(textFile);
  if (!("sentences" in reading)) {
    return { state: reading.missing ? "NO_TEXT" : "UNREADABLE", reason: reading.reason };
  }
  const sentence = reading.sentences.get(locator);
  if (sentence?.sha256 === sha256) return { state: "MATCHES", sentence };
  const elsewhere = [...reading.sentences.values()].find((one) => one.sha256 === sha256);
  const found =
    sentence === undefined
      ? `${textFile} has no sentence ${locator}`
      : `the sentence at ${locator} of ${textFile} has another hash`;
  const hint = elsewhere === undefined ? "" : `; the cited one is at ${elsewhere.locator}`;
  return { state: "DIFFERS", reason: `${found}${hint}` };
}
