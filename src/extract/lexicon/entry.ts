import type { plainTypes, Token, TokenType, Values } from "../token.js";

/** One kind of word: its pattern and its value. */
export interface Entry<T extends TokenType = TokenType> {
  readonly type: T;
  /** A pattern over normalized text, without named groups. */
  readonly pattern: string;
  /**
   * Returns the value of the word.
   * @param text the matched text
   * @param after the rest of the sentence after it
   * @returns undefined if the text has another meaning here
   */
  readonly read: (text: string, after: string) => Token<T>["value"] | undefined;
}

/** Returns an entry for a type with a value. */
export function valueEntry<T extends keyof Values>(
  type: T,
  pattern: string,
  read: (text: string, after: string) => Values[T] | undefined,
): Entry {
  return { type, pattern, read: read as Entry["read"] };
}

/** Returns an entry for a type without a value. */
export function plainEntry(type: (typeof plainTypes)[number], pattern: string): Entry {
  return { type, pattern, read: () => null };
}

/** Quotation marks of any style. */
export const quote = "[“”\"「」『』‘’']";
/** Characters between the two numbers of a range. */
export const dash = "[-—–―~～至到]";
