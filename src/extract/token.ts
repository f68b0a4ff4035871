import type { Level } from "../data/scalar.js";
import type { OrderedRegion } from "../data/tables.js";

/** A name in a list of regions, with the values in brackets after it. */
export interface ListItem {
  readonly name: string;
  /** Undefined for a name that is not one of the 64 regions. */
  readonly region: OrderedRegion | undefined;
  /** The place word after the name, such as 省; empty if there is none. */
  readonly suffix: string;
  /** Its offsets in the normalized sentence. */
  readonly start: number;
  readonly end: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
}

/** The values of the words, by type. */
export interface Values {
  /** One or several regions, joined by 、 or 和. */
  list: { readonly items: readonly ListItem[]; readonly open: boolean };
  /** Dimensions with key and printed name; the key is null for «this dimension», undefined for an unknown dimension. */
  dims: readonly { readonly key: string | null | undefined; readonly name: string }[];
  tier: { readonly key: string; readonly andAbove: boolean };
  bound: { readonly above: number | null; readonly upTo: number | null };
  /** A number of regions. */
  count: number;
  /** A number of dimensions. */
  items: number;
  share: { readonly printed: string; readonly value: number };
  scores: readonly number[];
  ranks: readonly number[];
  top: { readonly size: number; readonly ranked: boolean };
  change: number;
  /** A year; null for a relative year such as «上年», which is `back` editions before this one. */
  year: { readonly year: number | null; readonly back: number; readonly ofReport: boolean };
  date: { readonly year: number | null; readonly month: number; readonly day: number };
  title: { readonly printed: string; readonly year: number | null; readonly evaluated: number | null };
  level: Level;
  area: readonly string[];
  contrast: readonly [stronger: string, weaker: string];
  admin: { readonly onwards: boolean };
}

/** The types of words without a value. */
export const plainTypes = [
  "index",
  "mean",
  "order",
  "tie",
  "lead",
  "unordered",
  "within",
  "foreign",
  "not",
  "to",
  "behind",
  "scored",
  "poor",
] as const;

export type TokenType = keyof Values | (typeof plainTypes)[number];

/** A word of the lexicon in a normalized sentence. */
export interface Token<T extends TokenType = TokenType> {
  readonly type: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: T extends keyof Values ? Values[T] : null;
}

/**
 * The types of fact words, which can contain a fact: regions, areas, dimensions, tiers, ranks, scores, counts, shares. A
 * sentence with an unclaimed fact word is not understood.
 */
export const signals: ReadonlySet<TokenType> = new Set([
  "list",
  "dims",
  "tier",
  "bound",
  "count",
  "items",
  "share",
  "scores",
  "ranks",
  "top",
  "change",
  "mean",
  "area",
  "contrast",
  "tie",
]);

export function isA<T extends TokenType>(token: Token, type: T): token is Token<T> {
  return token.type === type;
}
