import type { Level } from "../data/scalar.js";

/** A printed list of regions, as in the sections of an edition file. */
export interface PrintedRegions {
  readonly complete: boolean;
  readonly order: "ADMINISTRATIVE" | "RANK" | null;
  readonly printedCount: number | null;
  readonly regions: readonly string[];
}

/** The content of a statement; `kind` determines its section in the edition file. */
export type Fact =
  | { readonly kind: "title" | "publishedOn" | "assessor" | "commissioner"; readonly is: string }
  | { readonly kind: "evaluatedYear"; readonly is: number }
  | {
      readonly kind: "dimension";
      readonly key: string;
      readonly name: string;
      readonly viewpoint: string | null;
      readonly aspects: readonly string[];
    }
  | {
      readonly kind: "tierBound";
      readonly tier: string;
      readonly above: number | null;
      readonly upTo: number | null;
      readonly printed: string;
    }
  | {
      readonly kind: "tierCount" | "cumulativeCount";
      readonly level: Level;
      readonly tier: string;
      readonly count: number;
      readonly share: string | null;
    }
  | ({ readonly kind: "tierMembers"; readonly level: Level; readonly tier: string } & PrintedRegions)
  | ({ readonly kind: "leaders"; readonly level: Level; readonly dimension: string } & PrintedRegions)
  | ({ readonly kind: "keepsLeading"; readonly level: Level; readonly period: string } & PrintedRegions)
  | ({
      readonly kind: "rises";
      readonly level: Level;
      readonly from: string;
      readonly to: string;
    } & PrintedRegions)
  | { readonly kind: "leadCount"; readonly level: Level; readonly region: string; readonly count: number }
  | {
      readonly kind: "initiatives";
      readonly level: Level;
      readonly complete: boolean;
      readonly regions: readonly { readonly region: string; readonly initiative: string }[];
    }
  | {
      readonly kind: "score";
      readonly level: Level;
      readonly region: string;
      readonly rank: number | null;
      readonly score: number | null;
      /** The rank comes from the position in a list by rank; ties can be stated elsewhere. */
      readonly fromPosition?: true;
    }
  | {
      readonly kind: "scoreTable";
      readonly level: Level;
      readonly complete: boolean;
      readonly rows: readonly ScoreRow[];
    }
  | {
      readonly kind: "rank";
      readonly level: Level;
      readonly dimension: string;
      readonly region: string;
      readonly rank: number | null;
      readonly atMost: number | null;
      readonly fromPosition?: true;
    }
  | { readonly kind: "mean"; readonly level: Level; readonly mean: number }
  | {
      readonly kind: "aboveMean";
      readonly level: Level;
      /** Null if only the change is stated; another sentence then has the count. */
      readonly count: number | null;
      readonly share: string | null;
      readonly change: number | null;
    }
  | { readonly kind: "objects"; readonly level: Level; readonly count: number }
  | { readonly kind: "firstAssessed"; readonly level: Level }
  | {
      readonly kind: "claim";
      readonly id: string;
      readonly text: string;
      readonly about: readonly { readonly area: string; readonly role: string }[];
      readonly reading: string | null;
    };

/** A row of a score table. */
export interface ScoreRow {
  readonly region: string;
  readonly rank: number | null;
  readonly score: number | null;
  readonly doubt?: string;
}

export type FactOf<K extends Fact["kind"]> = FactWithKind<Fact, K>;
type FactWithKind<F extends Fact, K> = F extends Fact
  ? K extends F["kind"]
    ? F & { readonly kind: K }
    : never
  : never;

/** A fact with the locators of its sentences, and the offset in the first of them. */
export interface Located<F extends Fact = Fact> {
  readonly fact: F;
  readonly locators: readonly string[];
  readonly start: number;
}

/** Returns the facts of a kind. */
export function factsOf<K extends Fact["kind"]>(
  facts: readonly Located[],
  kind: K,
): readonly Located<FactOf<K>>[] {
  return facts.filter(({ fact }) => fact.kind === kind) as unknown as readonly Located<FactOf<K>>[];
}
