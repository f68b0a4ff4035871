import { GraphError } from "../graph/failure.js";
import type { Graph } from "../graph/graph.js";
import { type AnyStatement, type Parameters, type Row, statement } from "../graph/statement.js";
import { list, nullable, oneOf, text, whole } from "../graph/type.js";
import { AreaScheme } from "../model/area.js";
import { DimensionKey } from "../model/dimension.js";
import { Level } from "../model/level.js";
import { RegionKind } from "../model/region.js";
import { TierKey } from "../model/tier.js";
import { Snapshot } from "./snapshot.js";

const keyed = { key: text, name: text, nameEn: text };

/** The statements behind the things that every answer refers to; the catalogue keeps their rows. */
export const reference = {
  meta: statement("question/meta", {}, { dataVersion: text, loadedAt: text, counts: text }),
  regions: statement(
    "question/region",
    { keys: nullable(list(text)) },
    {
      ...keyed,
      level: oneOf(...Object.values(Level)),
      kind: oneOf(...Object.values(RegionKind)),
      order: whole,
      fullName: text,
      pinyin: text,
      initials: text,
      aliases: list(text),
      note: nullable(text),
      province: nullable(text),
      cities: list(text),
      areas: list(text),
    },
  ),
  dimensions: statement(
    "question/dimensions",
    {},
    { ...keyed, key: oneOf(...Object.values(DimensionKey)), order: whole },
  ),
  tiers: statement("question/tiers", {}, { ...keyed, key: oneOf(...Object.values(TierKey)), order: whole }),
  areas: statement(
    "question/areas",
    {},
    { ...keyed, scheme: oneOf(...Object.values(AreaScheme)), definedBy: text },
  ),
  editions: statement(
    "question/editions",
    {},
    {
      year: whole,
      evaluatedYear: nullable(whole),
      title: nullable(text),
      publishedOn: nullable(text),
      assessor: nullable(text),
      commissioner: nullable(text),
      previous: nullable(whole),
    },
  ),
  sources: statement(
    "question/sources",
    {},
    {
      key: text,
      title: text,
      publisher: nullable(text),
      publishedOn: nullable(text),
      url: nullable(text),
      weakness: nullable(text),
    },
  ),
} as const;

/** The rows of all reference statements, read at one data version. */
export type ReferenceRows = {
  readonly [Name in keyof typeof reference]: readonly Row<(typeof reference)[Name]>[];
};

/** How old what is known of the data version may be, in milliseconds. */
const freshness = 1_000;

/**
 * Regions, dimensions, tiers, areas, editions and sources as the graph holds them. They change only by a load, so
 * they are kept per data version; the version is asked for again at most a second later. One a process.
 */
export class Catalogue {
  readonly #graph: Graph;
  #snapshot: Promise<Snapshot> | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /**
   * What is known now; at most a second old.
   * @throws GraphError NOT_LOADED when the database holds no graph of ours; other codes when Neo4j does not answer
   */
  current(): Promise<Snapshot> {
    if (this.#snapshot === undefined || performance.now() - this.#checkedAt > freshness) {
      this.#checkedAt = performance.now();
      const known = this.#snapshot;
      const next = this.#refresh(known);
      this.#snapshot = next;
      next.catch(() => {
        // A failure is told to those who wait for it, and the next one to ask tries anew.
        if (this.#snapshot === next) this.#snapshot = undefined;
      });
    }
    return this.#snapshot;
  }

  /** Forgets what is known, so that the next question sees a load that has just been done. */
  expire(): void {
    this.#checkedAt = Number.NEGATIVE_INFINITY;
  }

  async #refresh(known: Promise<Snapshot> | undefined): Promise<Snapshot> {
    const before = await known?.catch(() => undefined);
    for (let attempt = 0; attempt < 3; attempt++) {
      const meta = await this.#read(reference.meta, {});
      const [load] = meta;
      if (load === undefined) throw notLoaded();
      if (before?.dataVersion === load.dataVersion) return before;
      const [regions, dimensions, tiers, areas, editions, sources] = await Promise.all([
        this.#read(reference.regions, { keys: null }),
        this.#read(reference.dimensions, {}),
        this.#read(reference.tiers, {}),
        this.#read(reference.areas, {}),
        this.#read(reference.editions, {}),
        this.#read(reference.sources, {}),
      ]);
      // Statements see what is committed when they run: only if the version is still the same do they agree.
      const [after] = await this.#read(reference.meta, {});
      if (after?.dataVersion === load.dataVersion) {
        return new Snapshot({ meta, regions, dimensions, tiers, areas, editions, sources });
      }
    }
    throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
  }

  #read<S extends AnyStatement>(one: S, values: Parameters<S>): Promise<readonly Row<S>[]> {
    return this.#graph.read(one, values, { timeoutMs: 10_000 }) as Promise<readonly Row<S>[]>;
  }
}

function notLoaded(): GraphError {
  return new GraphError("NOT_LOADED", "The database holds no GovGraph data yet. Run: govgraph load");
}
