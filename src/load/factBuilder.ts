import type { Edition } from "../data/edition.js";
import type { Element, NodeRef } from "./element.js";
import type { Fact } from "./fact.js";

/** A stated thing and the relationships to read it by. */
export type FactWithRelationships = readonly [fact: Fact, ...relationships: Element[]];

/** What a source prints about a list as a whole. */
export interface PrintedList {
  readonly level: string;
  readonly order?: string | null;
  readonly printedCount?: number | null;
  readonly complete: boolean;
  readonly regions: readonly unknown[];
  readonly cite: Fact["cite"];
}

/** The ids of the sources in citations. */
export function sourceIds(cite: Fact["cite"]): readonly string[] {
  return (typeof cite === "string" ? [cite] : cite).map((citation) => citation.split("@")[0] as string);
}

/** Makes the facts of one edition, with ids that are unique within it. */
export class FactBuilder {
  readonly year: number;
  readonly editionRef: NodeRef;
  readonly #codeOf: (name: string, level: string) => string;
  readonly #ids = new Set<string>();

  /** @param codeOf the code of a region by its short name and level */
  constructor({ year }: Pick<Edition, "year">, codeOf: (name: string, level: string) => string) {
    this.year = year;
    this.editionRef = ["Edition", year];
    this.#codeOf = codeOf;
  }

  regionRef(name: string, level: string): NodeRef {
    return ["Region", this.#codeOf(name, level)];
  }

  /**
   * A fact. When an earlier one has its id, another source states the same thing or another reading of it: the id of
   * that source then stands behind, so that the first id stays as it was.
   * @param path what it states, such as `leads/440100/EFFECTIVENESS`
   */
  fact(kind: string, path: string, content: Omit<Fact, "id" | "kind" | "edition">): Fact {
    const baseId = `${this.year}/${path}`;
    const id = this.#ids.has(baseId) ? `${baseId}/${sourceIds(content.cite)[0]}` : baseId;
    if (this.#ids.has(id)) throw new TypeError(`two facts ${id}; check the data first`);
    this.#ids.add(id);
    return { id, kind, edition: this.year, ...content };
  }

  /**
   * The fact that a list was printed, of what size and in what order; none where a source names one region only and says
   * nothing of others.
   */
  listFacts(kind: string, path: string, printed: PrintedList, about: Fact["about"]): FactWithRelationships[] {
    const { level, order, printedCount, complete, regions, cite } = printed;
    if (regions.length === 1 && !complete && (printedCount ?? null) === null) return [];
    return [
      [
        this.fact(kind, path, {
          level,
          order: order ?? undefined,
          printedCount: printedCount ?? undefined,
          closed: complete,
          about,
          cite,
        }),
      ],
    ];
  }
}
