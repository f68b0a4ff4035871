import type { plainTypes, Token, TokenType, Values } from "../token.js";

/** One kind of word: how it is written and what it stands for. */
export interface Entry<T extends TokenType = TokenType> {
  readonly type: T;
  /** A pattern over normalised text, without named groups. */
  readonly pattern: string;
  /**
   * @param text what the pattern matched
   * @param after the rest of the sentence behind it
   * @returns undefined where the words mean something else
   */
  readonly read: (text: string, after: string) => Token<T>["value"] | undefined;
}

/** An entry of a type with a value. */
export function valueEntry<T extends keyof Values>(
  type: T,
  pattern: string,
  read: (text: string, after: string) => Values[T] | undefined,
): Entry {
  return { type, pattern, read: read as Entry["read"] };
}

/** An entry of a type that has no value. */
export function plainEntry(type: (typeof plainTypes)[number], pattern: string): Entry {
  return { type, pattern, read: () => null };
}

/** Quotation marks of any style. */
export const quote = "[“”\"「」『』‘’']";
/** What joins two numbers to a range. */
export const dash = "[-—–―~～至到]";
