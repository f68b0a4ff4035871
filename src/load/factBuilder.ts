import type { Edition } from "../data/edition.js";
import type { NodeRef } from "./element.js";
import { type Fact, sourceIds } from "./fact.js";
import type { Reading } from "./relationship.js";

/** A fact, and what it states about a relationship. */
export type FactWithReading = readonly [fact: Fact, reading?: Reading];

/** The printed properties of a list as a whole. */
export interface PrintedList {
  readonly level: string;
  readonly order?: string | null;
  readonly printedCount?: number | null;
  readonly complete: boolean;
  readonly regions: readonly unknown[];
  readonly cite: Fact["cite"];
}

/** Builds the facts of one edition, with unique ids. */
export class FactBuilder {
  readonly year: number;
  readonly editionRef: NodeRef;
  readonly #codeOf: (name: string, level: string) => string;
  readonly #ids: Set<string>;
  readonly #isAdded: boolean;

  /**
   * @param codeOf returns the code of a region by its short name and level
   * @param added if the facts are from a file that the operator adds: the builder of the edition's own facts or, without
   *   such facts, null
   */
  constructor(
    { year }: Pick<Edition, "year">,
    codeOf: (name: string, level: string) => string,
    added?: FactBuilder | null,
  ) {
    this.year = year;
    this.editionRef = ["Edition", year];
    this.#codeOf = codeOf;
    this.#isAdded = added !== undefined;
    this.#ids = added ? added.#ids : new Set();
  }

  regionRef(name: string, level: string): NodeRef {
    return ["Region", this.#codeOf(name, level)];
  }

  /**
   * Builds a fact. If an earlier fact has the same id, another source states the same thing or another reading of it.
   * The id then ends with the id of that source, so that the first id does not change. For the same reason the id of each
   * fact of an added file ends so.
   * @param path the id without the edition, such as `leads/440100/EFFECTIVENESS`
   * @throws TypeError if this id is not unique either; the data checks prevent that
   */
  fact(kind: string, path: string, content: Omit<Fact, "id" | "kind" | "edition">): Fact {
    const baseId = `${this.year}/${path}`;
    const id = this.#isAdded || this.#ids.has(baseId) ? `${baseId}/${sourceIds(content.cite)[0]}` : baseId;
    if (this.#ids.has(id)) throw new TypeError(`two facts have the id ${id}. Check the data first.`);
    this.#ids.add(id);
    return { id, kind, edition: this.year, ...content };
  }

  /** Builds what a fact states about a relationship. @param path the id of the relationship without the edition */
  reading(
    { kind, type, path }: { kind: string; type: string; path: string },
    from: NodeRef,
    to: NodeRef,
    fact: Fact,
    common: Reading["common"],
    values: Reading["values"] = {},
  ): FactWithReading {
    return [fact, { kind, type, id: `${this.year}/${path}`, from, to, fact, common, values }];
  }

  /**
   * Builds the fact that a list was printed, with its size and order. Returns undefined if the source names only one region
   * and does not say whether there are others.
   */
  list(kind: string, path: string, printed: PrintedList, about: Fact["about"]): Fact | undefined {
    const { level, order, printedCount, complete, regions, cite } = printed;
    if (regions.length === 1 && !complete && (printedCount ?? null) === null) return undefined;
    return this.fact(kind, path, {
      level,
      order: order ?? undefined,
      printedCount: printedCount ?? undefined,
      closed: complete,
      about,
      cite,
    });
  }
}

/** Returns a list that can be missing, as facts without a relationship. */
export function listFacts(list: Fact | undefined): FactWithReading[] {
  return list === undefined ? [] : [[list]];
}

/** Returns the entry of a list at an index; undefined if there is no list. */
export function entryOf(list: Fact | undefined, index: number): Fact["entryOf"] {
  return list && { list: list.id, position: index + 1 };
}
