import { editionSchema } from "../../src/data/edition.js";
import { type EditionElements, editionElements } from "../../src/load/edition.js";
import type { Fact } from "../../src/load/fact.js";
import { inferTiers } from "../../src/load/tierElements.js";
import { type EditionEntry, type Level, regions, regionsOf } from "./data.js";
import { tierKeys } from "./tier.js";

/** What the load infers about the tier of a region. */
export interface Inferred {
  readonly basis: string;
  readonly tiers: readonly string[];
  readonly disputed: boolean;
  readonly doubt: boolean;
  readonly because: readonly string[];
  readonly facts: readonly Fact[];
}

/** What the load infers from editions, without a database. */
export class Inference {
  readonly built: readonly EditionElements[];
  readonly #inferred: ReturnType<typeof inferTiers>;
  readonly #facts: ReadonlyMap<string, Fact>;

  constructor(editions: readonly EditionEntry[]) {
    const codeOf = (name: string, level: string) =>
      regions.find((region) => region.name === name && region.level === level)?.code ?? "";
    this.built = editions.map((entry) => editionElements(editionSchema.parse(entry), codeOf, new Map()));
    this.#inferred = inferTiers(this.built, tierKeys, regions);
    this.#facts = new Map(this.built.flatMap(({ facts }) => facts.map((fact) => [fact.id, fact] as const)));
  }

  get elements() {
    return this.#inferred.elements;
  }

  /** Returns what is inferred about each region of a level, by short name. Other regions can be in any tier. */
  regions(year: number, level: Level): Map<string, Inferred> {
    const result = new Map<string, Inferred>();
    for (const { name, code } of regionsOf(level)) {
      const links = this.elements.filter(
        ({ from, properties }) => from[1] === code && properties.edition === year,
      );
      const [first] = links;
      if (first === undefined) continue;
      const { basis = "UNKNOWN", disputed, doubt, because, facts } = first.properties;
      result.set(name, {
        basis: String(basis),
        tiers: links.map(({ to }) => String(to[1])),
        disputed: disputed === true,
        doubt: doubt === true,
        because: because as readonly string[],
        facts: (facts as readonly string[]).map((id) => this.#facts.get(id) as Fact),
      });
    }
    return result;
  }

  /** Returns the rules that were dropped for a level of an edition, because no placing fulfills them. */
  dropped(year: number, level: Level): string[] {
    const conflicts = this.#inferred.conflicts.get(year) ?? [];
    return conflicts.filter((words) => words.startsWith(level)).map((words) => words.split(" ")[1] as string);
  }
}
