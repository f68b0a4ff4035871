import type { Graph } from "../neo4j/client.js";
import { GraphError } from "../neo4j/error.js";
import type { AnyStatement, Parameters, Row } from "../neo4j/statement.js";
import { reference } from "./reference.js";
import { Snapshot } from "./snapshot.js";
import { Version } from "./version.js";

/** How old what is known of the data version may be, and from which age on it is looked up beside the answers; in milliseconds. */
const freshness = 1_000;
const ripeness = 500;
/** How long a look may take, in milliseconds. */
const patience = 10_000;

/**
 * Regions, dimensions, tiers, areas, editions and sources as the graph holds them. They change only by a load, so
 * they are kept per data version; the version is asked for again at most a second later, and at once after this
 * process has written. One a process.
 */
export class Catalogue {
  readonly #graph: Graph;
  #snapshot: Snapshot | undefined;
  /** When the look began that found the snapshot to be current. */
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** The last thing written by this process that a look has taken account of. */
  #write: Graph["lastWrite"] | undefined;
  /** Bookmarks that the next look must come after. */
  readonly #after = new Set<string>();
  #look: Promise<Snapshot> | undefined;
  #beganAt = 0;
  #nextLook: Promise<Snapshot> | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** What is known, if that is at most a second old; undefined when the graph must be looked at. */
  get known(): Snapshot | undefined {
    const age = performance.now() - this.#lookedAt;
    if (age > freshness || this.#write !== this.#graph.lastWrite) return undefined;
    // Looked up in time, nobody has to wait for it.
    if (age > ripeness && this.#look === undefined) this.#begin().catch(() => {});
    return this.#snapshot;
  }

  /** What was known last, however old. */
  get last(): Snapshot | undefined {
    return this.#snapshot;
  }

  /**
   * What is known now; at most a second old.
   * @throws GraphError NOT_LOADED when the database holds no graph of ours; other codes when Neo4j does not answer
   */
  current(): Promise<Snapshot> {
    const { known } = this;
    if (known !== undefined) return Promise.resolve(known);
    if (this.#write !== this.#graph.lastWrite) return this.#anew([]);
    // One that hangs, as a network may, is not waited for by those that come later.
    const hangs = performance.now() - this.#beganAt > freshness;
    return this.#look !== undefined && !hangs ? this.#look : this.#begin();
  }

  /**
   * Whether a snapshot still was that of the graph when statements ended at bookmarks that it did not include: other
   * data of the same database may have been written, or there was a load.
   * @param strange null stands for a statement whose end has no bookmark
   * @throws GraphError when that cannot be found out
   */
  async covers({ version }: Snapshot, strange: ReadonlySet<string | null>): Promise<boolean> {
    const bookmarks = [...strange].filter((bookmark) => bookmark !== null);
    return (await this.#anew(bookmarks)).version === version;
  }

  /** A look that begins from now on; all that ask for one while another is under way share the next. */
  #anew(after: readonly string[]): Promise<Snapshot> {
    for (const bookmark of after) this.#after.add(bookmark);
    if (this.#look === undefined) return this.#begin();
    this.#nextLook ??= this.#look
      .catch(() => {})
      .then(() => {
        this.#nextLook = undefined;
        return this.#look ?? this.#begin();
      });
    return this.#nextLook;
  }

  #begin(): Promise<Snapshot> {
    const at = performance.now();
    this.#beganAt = at;
    const write = this.#graph.lastWrite;
    if (write !== this.#write && write.bookmark !== null) this.#after.add(write.bookmark);
    const after = [...this.#after];
    this.#after.clear();
    const look = this.#read(after)
      .then((snapshot) => {
        if (at < this.#lookedAt) return this.#snapshot ?? snapshot;
        this.#snapshot = snapshot;
        this.#lookedAt = at;
        this.#write = write;
        return snapshot;
      })
      .finally(() => {
        if (this.#look === look) this.#look = undefined;
      });
    this.#look = look;
    return look;
  }

  /**
   * Looks which load the graph is of, and reads what it says unless that is known.
   *
   * Neo4j commits a transaction before it has put it into its store: for a moment, statements that end at the new
   * bookmark still see what was before, or some of each. A statement that has to come after a bookmark waits until
   * that is over. Hence a version includes the bookmarks after which the graph was found to be of its load; a load of
   * the same data later on is told from it by its time.
   */
  async #read(first: readonly string[]): Promise<Snapshot> {
    let after = first;
    for (let attempt = 0; attempt < 3; attempt++) {
      const before = await this.#ask(reference.meta, {}, after);
      const [load] = before.rows;
      if (load === undefined) throw notLoaded();
      const known = this.#snapshot;
      if (known?.version.isThatOf(load)) {
        known.version.include(after);
        if (before.end === null || known.version.includes(before.end)) return known;
        if (await this.#settle(known.version, [before.end])) return known;
        continue;
      }
      const start = after;
      const parts = await Promise.all([
        this.#ask(reference.regions, { keys: null }, start),
        this.#ask(reference.dimensions, {}, start),
        this.#ask(reference.tiers, {}, start),
        this.#ask(reference.areas, {}, start),
        this.#ask(reference.editions, {}, start),
        this.#ask(reference.sources, {}, start),
      ]);
      const [regions, dimensions, tiers, areas, editions, sources] = parts;
      const version = new Version(load);
      const ends = [...parts, before].flatMap(({ end }) => end ?? []);
      if (await this.#settle(version, ends)) {
        return new Snapshot(version, {
          meta: before.rows,
          regions: regions.rows,
          dimensions: dimensions.rows,
          tiers: tiers.rows,
          areas: areas.rows,
          editions: editions.rows,
          sources: sources.rows,
        });
      }
      after = ends;
    }
    throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
  }

  /** Whether, all that the bookmarks name being in the store, the graph is of a version; then it includes them. */
  async #settle(version: Version, bookmarks: readonly string[]): Promise<boolean> {
    const { rows } = await this.#ask(reference.meta, {}, bookmarks);
    if (!version.isThatOf(rows[0])) return false;
    version.include(bookmarks, { anchor: true });
    return true;
  }

  async #ask<S extends AnyStatement>(
    one: S,
    values: Parameters<S>,
    after: readonly string[],
  ): Promise<{ readonly rows: readonly Row<S>[]; readonly end: string | null }> {
    let end: string | null = null;
    const rows = await this.#graph.read(one, values, {
      timeoutMs: patience,
      after,
      ended: (bookmark) => {
        end = bookmark;
      },
    });
    return { rows: rows as readonly Row<S>[], end };
  }
}

function notLoaded(): GraphError {
  return new GraphError("NOT_LOADED", "The database holds no GovGraph data yet. Run: govgraph load");
}
