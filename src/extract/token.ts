import type { Level } from "../data/scalar.js";
import type { OrderedRegion } from "../data/tables.js";

/** A name in a list of regions, with what stands in brackets behind it. */
export interface ListItem {
  readonly name: string;
  /** Nothing for a name that is none of the 64. */
  readonly region: OrderedRegion | undefined;
  /** The word for a kind of place behind the name, such as 省; empty if there is none. */
  readonly suffix: string;
  /** Where it begins and ends in the normalised sentence. */
  readonly start: number;
  readonly end: number;
  readonly score: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
}

/** What the words that the grammar looks for stand for. */
export interface Values {
  /** One region or several, joined by 、 and 和. */
  list: { readonly items: readonly ListItem[]; readonly open: boolean };
  /** Dimensions by their keys, with their names as printed; null for «this dimension», undefined for an unknown one. */
  dims: readonly { readonly key: string | null | undefined; readonly name: string }[];
  tier: { readonly key: string; readonly andAbove: boolean };
  bound: { readonly above: number | null; readonly upTo: number | null };
  /** Regions, or what can only be regions where it stands. */
  count: number;
  /** Dimensions. */
  items: number;
  share: { readonly printed: string; readonly value: number };
  scores: readonly number[];
  ranks: readonly number[];
  top: { readonly size: number; readonly ranked: boolean };
  change: number;
  /** A year, or null for one told by the edition: so many editions back. */
  year: { readonly year: number | null; readonly back: number; readonly ofReport: boolean };
  date: { readonly year: number | null; readonly month: number; readonly day: number };
  title: { readonly printed: string; readonly year: number | null; readonly evaluated: number | null };
  level: Level;
  area: readonly string[];
  contrast: readonly [stronger: string, weaker: string];
  admin: { readonly onwards: boolean };
}

/** Words that have no value of their own. */
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

/** A word that the grammar looks for, in a normalised sentence. */
export interface Token<T extends TokenType = TokenType> {
  readonly type: T;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly value: T extends keyof Values ? Values[T] : null;
}

/** What must not be left over in a sentence: regions, areas, dimensions, tiers, ranks, scores, counts, shares. */
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
