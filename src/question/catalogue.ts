import type { Graph } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import type { AnyStatement, Parameters, Row } from "../neo4j/statement.js";
import { reference } from "./reference.js";
import { Snapshot } from "./snapshot.js";

/** How old what is known of the data may be, and how long a look at the graph may take; in milliseconds. */
const freshness = 1_000;
const patience = 10_000;

/**
 * Regions, dimensions, tiers, areas, editions and sources as the graph holds them. They change only by a load, so they
 * are kept; which load the graph is of is asked for again at most a second later. One a process.
 */
export class Catalogue {
  readonly #graph: Graph;
  #snapshot: Snapshot | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #check: Promise<Snapshot> | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** What is known, if that is at most a second old. */
  get known(): Snapshot | undefined {
    return performance.now() - this.#checkedAt < freshness ? this.#snapshot : undefined;
  }

  /** @throws GraphError NOT_LOADED when the database holds no graph of ours; other codes when Neo4j does not answer */
  async current(): Promise<Snapshot> {
    if (this.known !== undefined) return this.known;
    this.#check ??= this.#look([]).finally(() => {
      this.#check = undefined;
    });
    return this.#check;
  }

  /** Whether all statements that ended at some bookmarks saw the data of a snapshot. @throws GraphError */
  async covers(snapshot: Snapshot, ends: ReadonlySet<string | null>): Promise<boolean> {
    const others = [...ends].filter((end) => end !== snapshot.bookmark);
    return others.length === 0 || (await this.#look(others.filter((end) => end !== null))) === snapshot;
  }

  /** Looks which load the graph is of, and reads what it says unless that is known. */
  async #look(first: readonly string[]): Promise<Snapshot> {
    for (let after = first, attempt = 0; attempt < 3; attempt++) {
      const at = performance.now();
      const meta = await this.#ask(reference.meta, {}, after);
      const [load] = meta.rows;
      if (load === undefined)
        throw new GraphError("NOT_LOADED", "The database holds no GovGraph data yet. Run: govgraph load");
      let snapshot = this.#snapshot;
      if (snapshot?.version !== `${load.dataVersion} ${load.loadedAt}`) {
        const [regions, dimensions, tiers, areas, editions, sources] = await Promise.all([
          this.#ask(reference.regions, { keys: null }, meta.ends),
          this.#ask(reference.dimensions, {}, meta.ends),
          this.#ask(reference.tiers, {}, meta.ends),
          this.#ask(reference.areas, {}, meta.ends),
          this.#ask(reference.editions, {}, meta.ends),
          this.#ask(reference.sources, {}, meta.ends),
        ]);
        const parts = { meta, regions, dimensions, tiers, areas, editions, sources };
        const rows = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.rows]));
        snapshot = new Snapshot(rows as never);
        after = Object.values(parts).flatMap(({ ends }) => ends);
      } else after = meta.ends;
      // What ended at a bookmark may have seen what was before it; what comes after it has not.
      const [again] = (await this.#ask(reference.meta, {}, after)).rows;
      if (snapshot.version !== `${again?.dataVersion} ${again?.loadedAt}`) continue;
      snapshot.bookmark = after.at(-1) ?? null;
      this.#snapshot = snapshot;
      this.#checkedAt = at;
      return snapshot;
    }
    throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
  }

  async #ask<S extends AnyStatement>(one: S, values: Parameters<S>, after: readonly string[]) {
    const ends: string[] = [];
    const rows = await this.#graph.read(one, values, {
      signal: AbortSignal.timeout(patience),
      after,
      ended: (end) => end !== null && ends.push(end),
    });
    return { rows: rows as readonly Row<S>[], ends };
  }
}
