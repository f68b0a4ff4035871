import DataLoader from "dataloader";
import type { Ending, Graph, Reading } from "./client.js";
import { GraphError } from "./error.js";
import type { KeptRows } from "./keptRows.js";
import { type AnyStatement, encodeParameters, type Parameters, type Row } from "./statement.js";

/** One statement that a request ran: enough to run it again elsewhere. */
export interface StatementRun {
  readonly statement: AnyStatement;
  /** As the driver is given them; worked out only for who reads them. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Time from sending to the last row, in milliseconds. */
  milliseconds: number;
  rows: number;
  /** Whether the rows were at hand, so that nothing was sent to Neo4j. */
  readonly fromMemory: boolean;
}

/** What a request stands on: one version of the data, and the transactions that are known to have left it as it is. */
export interface Footing {
  /** Names the version, from one load to the next. */
  readonly name: string;
  /** A transaction that Neo4j must have put into its store before a statement begins; null where it gives no bookmarks. */
  readonly anchor: string | null;
  /** Whether the version is that of the graph as this bookmark names it. */
  includes(bookmark: string): boolean;
}

/** A statement that answers for many keys at once: it takes `$keys`, and each row says in `key` whom it is for. */
export type KeyedStatement = AnyStatement & { parameters: { keys: unknown }; columns: { key: unknown } };

type Others<S> = Omit<Parameters<S>, "keys">;

export interface RequestLimits {
  /** Ends what still runs. */
  readonly signal?: Ending;
  /** Time the request may take, in milliseconds. */
  readonly deadlineMs?: number;
}

function toRun<S extends AnyStatement>(
  statement: S,
  values: Parameters<S>,
  fromMemory: boolean,
): StatementRun {
  return {
    statement,
    get parameters() {
      return encodeParameters(statement, values);
    },
    milliseconds: 0,
    rows: 0,
    fromMemory,
  };
}

/**
 * What one request asks of the graph. The same statement with the same parameters runs once; questions for single
 * keys that come up together run as one statement. It holds the request's deadline and the list of what was run, and
 * knows which of it may have seen another version of the data than the one that the request stands on.
 */
export class GraphRequest {
  readonly runs: StatementRun[] = [];
  /** Bookmarks at which statements ended and that the footing does not include; null for a statement without one. */
  readonly strange = new Set<string | null>();
  readonly #graph: Graph;
  readonly #kept: KeptRows | null;
  readonly #signal: Ending | undefined;
  readonly #endsAt: number | undefined;
  #footing: (() => Promise<Footing>) | undefined;
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  readonly #batches = new Map<string, DataLoader<unknown, readonly unknown[]>>();

  /** @param kept rows that other requests left; null for none */
  constructor(graph: Graph, limits: RequestLimits | GraphRequest = {}, kept: KeptRows | null = null) {
    this.#graph = graph;
    this.#kept = kept;
    if (limits instanceof GraphRequest) {
      this.#signal = limits.#signal;
      this.#endsAt = limits.#endsAt;
      return;
    }
    const { signal, deadlineMs } = limits;
    this.#signal = signal;
    this.#endsAt = deadlineMs === undefined ? undefined : performance.now() + deadlineMs;
  }

  /** The same request from its beginning, with what is left of its time. */
  again(): GraphRequest {
    return new GraphRequest(this.#graph, this, this.#kept);
  }

  /** Says what the statements are to stand on; it is asked for before the first of them. */
  standOn(footing: () => Promise<Footing>): void {
    this.#footing = footing;
  }

  /** All rows of a statement; they may be other requests' too, so nobody may change them. @throws GraphError */
  ask<S extends AnyStatement>(statement: S, values: Parameters<S>): Promise<readonly Row<S>[]> {
    const key = `${statement.stem} ${JSON.stringify(values)}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#find(statement, values, key);
      this.#answers.set(key, answer);
    }
    return answer as Promise<readonly Row<S>[]>;
  }

  /** Notes a statement whose rows were at hand already, so that who asks for the Cypher of the answer gets it. */
  note<S extends AnyStatement>(
    statement: S,
    values: Parameters<S> | Record<string, unknown>,
    rows: readonly unknown[] = [],
  ): void {
    const run = toRun(statement, values as Parameters<S>, true);
    run.rows = rows.length;
    this.runs.push(run);
  }

  /** The rows for one key; keys asked for in the same turn share a statement. @throws GraphError */
  async askFor<S extends KeyedStatement>(
    statement: S,
    key: Row<S>["key"],
    ...[others]: keyof Others<S> extends never ? [] : [Others<S>]
  ): Promise<readonly Row<S>[]> {
    const name = `${statement.stem} ${JSON.stringify(others ?? {})}`;
    let batch = this.#batches.get(name);
    if (batch === undefined) {
      batch = new DataLoader<unknown, readonly unknown[]>(async (keys) => {
        const rows = await this.ask(statement, { ...others, keys } as Parameters<S>);
        const byKey = new Map<unknown, unknown[]>();
        for (const row of rows) {
          const { key } = row as { key: unknown };
          const group = byKey.get(key);
          if (group === undefined) byKey.set(key, [row]);
          else group.push(row);
        }
        return keys.map((one) => byKey.get(one) ?? []);
      });
      this.#batches.set(name, batch);
    }
    return (await batch.load(key)) as readonly Row<S>[];
  }

  async #find<S extends AnyStatement>(
    statement: S,
    values: Parameters<S>,
    key: string,
  ): Promise<readonly Row<S>[]> {
    // Known before the statement begins: what ends at the right bookmark may have begun too early.
    const footing = await this.#footing?.();
    if (footing === undefined) return this.#run(statement, values, {});
    const kept = this.#kept?.find(footing, key);
    if (kept !== undefined) {
      this.note(statement, values, kept);
      return kept as readonly Row<S>[];
    }
    let proved = false;
    const rows = await this.#run(statement, values, {
      ...(footing.anchor !== null && { after: [footing.anchor] }),
      ended: (bookmark) => {
        proved = bookmark !== null && footing.includes(bookmark);
        if (!proved) this.strange.add(bookmark);
      },
    });
    if (proved) this.#kept?.keep(footing, key, rows);
    return rows;
  }

  async #run<S extends AnyStatement>(
    statement: S,
    values: Parameters<S>,
    reading: Pick<Reading, "after" | "ended">,
  ): Promise<readonly Row<S>[]> {
    const left = this.#endsAt === undefined ? undefined : Math.ceil(this.#endsAt - performance.now());
    if (left !== undefined && left <= 0) {
      throw new GraphError("TIMEOUT", "The question took longer than it may and was ended.");
    }
    const run = toRun(statement, values, false);
    this.runs.push(run);
    const start = performance.now();
    try {
      const rows = await this.#graph.read(statement, values, {
        ...reading,
        ...(this.#signal && { signal: this.#signal }),
        ...(left !== undefined && { timeoutMs: left }),
      });
      run.rows = rows.length;
      return rows as readonly Row<S>[];
    } finally {
      run.milliseconds = performance.now() - start;
    }
  }
}
