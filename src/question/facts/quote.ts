import type { Source } from "../../model/source.js";

/** A sentence of a text, with its start and end in UTF-16 code units and its hash. */
export interface TextSentence {
  readonly locator: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
}

/** The operator's own copies of the sources' texts. */
export interface Texts {
  /** Returns the sentences of a file by locator, or the reason why there are none. */
  read(
    file: string,
  ):
    | { readonly sentences: ReadonlyMap<string, TextSentence> }
    | { readonly missing: boolean; readonly reason: string };
}

/** A cited sentence: its location in the source and its hash. */
export interface CitedSentence {
  readonly source: Pick<Source, "key" | "textFile">;
  readonly locator: string;
  readonly sha256: string;
}

/** The result of looking up a cited sentence: the sentence, or the reason why it was not found. */
export type QuoteLookup =
  | { readonly state: "MATCHES"; readonly sentence: TextSentence }
  | { readonly state: "DIFFERS" | "UNREADABLE" | "NO_TEXT"; readonly reason: string };

/**
 * Looks up a cited sentence at its location in the copy of its source. The same sentence in another source, or at another
 * location in this source, does not match: the citation would give a wrong location.
 * @param texts null if the operator has no texts
 */
export function findQuote(texts: Texts | null, { source, locator, sha256 }: CitedSentence): QuoteLookup {
  const { textFile } = source;
  if (texts === null) return { state: "NO_TEXT", reason: "no folder of texts was given" };
  if (textFile === null) return { state: "NO_TEXT", reason: "the source names no text file" };
  const reading = texts.read(textFile);
  if (!("sentences" in reading)) {
    return { state: reading.missing ? "NO_TEXT" : "UNREADABLE", reason: reading.reason };
  }
  const sentence = reading.sentences.get(locator);
  if (sentence?.sha256 === sha256) return { state: "MATCHES", sentence };
  const elsewhere = [...reading.sentences.values()].find((candidate) => candidate.sha256 === sha256);
  const found =
    sentence === undefined
      ? `${textFile} has no sentence ${locator}`
      : `the sentence at ${locator} of ${textFile} has another hash`;
  const hint = elsewhere === undefined ? "" : `; the cited sentence is at ${elsewhere.locator}`;
  return { state: "DIFFERS", reason: `${found}${hint}` };
}
