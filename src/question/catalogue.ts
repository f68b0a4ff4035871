import type { Graph } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import type { AnyStatement, Parameters, Row } from "../neo4j/statement.js";
import { reference } from "./reference.js";
import { Snapshot, versionOf } from "./snapshot.js";

/** How long a snapshot is used before its load is checked again (milliseconds). */
const maxAgeMs = 1_000;
/** Timeout of a statement of the catalogue in a server (milliseconds). */
const defaultTimeoutMs = 10_000;
/** Maximum attempts to read a snapshot while data are being loaded. */
const maxAttempts = 3;

/**
 * The regions, dimensions, tiers, areas, editions and sources of the graph. Only a load changes them, so they are cached
 * in memory, and the load is checked again at most a second later. There is one catalogue per process.
 */
export class Catalogue {
  readonly #graph: Graph;
  readonly #timeoutMs: number;
  #snapshot: Snapshot | undefined;
  #checkedAt = Number.NEGATIVE_INFINITY;
  #check: Promise<Snapshot> | undefined;

  /** @param timeoutMs time for one statement (milliseconds) */
  constructor(graph: Graph, timeoutMs = defaultTimeoutMs) {
    this.#graph = graph;
    this.#timeoutMs = timeoutMs;
  }

  /** The snapshot, if its load was checked at most a second ago. */
  get known(): Snapshot | undefined {
    return performance.now() - this.#checkedAt < maxAgeMs ? this.#snapshot : undefined;
  }

  /**
   * Returns a snapshot that is at most a second old.
   * @throws GraphError NOT_LOADED if the database does not hold GovGraph's graph; other codes if Neo4j does not answer
   */
  async current(): Promise<Snapshot> {
    if (this.known !== undefined) return this.known;
    this.#check ??= this.#read([]).finally(() => {
      this.#check = undefined;
    });
    return this.#check;
  }

  /**
   * Returns whether the graph held a snapshot at all of these bookmarks. Another writer in the same database moves the
   * bookmark too, so a different bookmark alone does not mean different data.
   * @throws GraphError if that cannot be found out
   */
  async covers(snapshot: Snapshot, bookmarks: ReadonlySet<string | null>): Promise<boolean> {
    const others = [...bookmarks].filter((bookmark) => bookmark !== snapshot.bookmark);
    if (others.length === 0) return true;
    const { version } = await this.#read(others.filter((bookmark) => bookmark !== null));
    return version === snapshot.version;
  }

  /**
   * Reads which load the graph holds and, if it is a new load, the whole catalogue. Neo4j returns a transaction in
   * bookmarks before its data are visible, so the load is read once more after the bookmarks seen.
   */
  async #read(bookmarks: readonly string[]): Promise<Snapshot> {
    let after = bookmarks;
    for (let attempt = 0; attempt < maxAttempts; attempt++) {
      const startedAt = performance.now();
      const seen: string[] = [];
      const ask = <S extends AnyStatement>(statement: S, values: Parameters<S>, start: readonly string[]) =>
        this.#graph.read(statement, values, {
          timeoutMs: this.#timeoutMs,
          bookmarks: start,
          onBookmark: (bookmark) => bookmark !== null && seen.push(bookmark),
        }) as Promise<readonly Row<S>[]>;

      const meta = await ask(reference.meta, {}, after);
      const [load] = meta;
      if (load === undefined) {
        throw new GraphError("NOT_LOADED", "The database holds no GovGraph data yet. Run: govgraph load");
      }
      let snapshot = this.#snapshot;
      if (snapshot?.version !== versionOf(load)) {
        const start = [...seen];
        const [regions, dimensions, tiers, areas, editions, defaultEditions, sources] = await Promise.all([
          ask(reference.regions, { keys: null }, start),
          ask(reference.dimensions, {}, start),
          ask(reference.tiers, {}, start),
          ask(reference.areas, {}, start),
          ask(reference.editions, {}, start),
          ask(reference.defaultEditions, {}, start),
          ask(reference.sources, {}, start),
        ]);
        snapshot = new Snapshot({
          meta,
          regions,
          dimensions,
          tiers,
          areas,
          editions,
          defaultEditions,
          sources,
        });
      }
      after = [...seen];
      const [confirmed] = await ask(reference.meta, {}, after);
      if (confirmed === undefined || versionOf(confirmed) !== snapshot.version) continue;
      snapshot.bookmark = after.at(-1) ?? null;
      if (startedAt > this.#checkedAt) {
        this.#snapshot = snapshot;
        this.#checkedAt = startedAt;
      }
      return snapshot;
    }
    throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
  }
}
