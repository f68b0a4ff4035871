import { GraphError } from "../graph/failure.js";
import type { Graph } from "../graph/graph.js";
import type { AnyStatement, Parameters, Row } from "../graph/statement.js";
import { reference } from "./reference.js";
import { Snapshot } from "./snapshot.js";

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
