import DataLoader from "dataloader";
import type { Graph } from "./client.js";
import { timedOut } from "./error.js";
import { type AnyStatement, encodeParameters, type Parameters, type Row } from "./statement.js";

/** One statement that a request ran, with all that is needed to run it again elsewhere. */
export interface StatementRun {
  readonly statement: AnyStatement;
  /** As the driver receives them; computed when read. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Time from sending to the last row (milliseconds). */
  milliseconds: number;
  rows: number;
  /** Whether the rows were in memory already, so that nothing was sent to Neo4j. */
  readonly fromMemory: boolean;
}

/** A statement that answers for many keys at once: it takes `$keys`, and each row names its key in `key`. */
export type KeyedStatement = AnyStatement & { parameters: { keys: unknown }; columns: { key: unknown } };

type Others<S> = Omit<Parameters<S>, "keys">;

/** What bounds a request. */
export interface RequestOptions {
  /** Ends the statements that still run. */
  readonly signal?: AbortSignal;
  /** Time for all statements of the request together (milliseconds). */
  readonly deadlineMs?: number;
  /** Marks its statements in Neo4j. */
  readonly requestId?: string;
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
 * The statements of one request. The same statement with the same parameters runs once; single keys that are needed
 * in the same turn of the event loop share a statement.
 */
export class GraphRequest {
  readonly runs: StatementRun[] = [];
  /** Bookmarks at the ends of its statements; null for a statement without one. */
  readonly bookmarks = new Set<string | null>();
  /** Finds the bookmark of the data that the request answers from, before its first statement. */
  dataBookmark: () => Promise<string | null> = async () => null;
  readonly #graph: Graph;
  readonly #signal: AbortSignal | undefined;
  readonly #endsAt: number | undefined;
  readonly #requestId: string | undefined;
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  readonly #batches = new Map<string, DataLoader<unknown, readonly unknown[]>>();

  constructor(graph: Graph, { signal, deadlineMs, requestId }: RequestOptions = {}) {
    this.#graph = graph;
    this.#signal = signal;
    this.#endsAt = deadlineMs === undefined ? undefined : performance.now() + deadlineMs;
    this.#requestId = requestId;
  }

  /** Returns all rows of a statement. @throws GraphError */
  ask<S extends AnyStatement>(statement: S, values: Parameters<S>): Promise<readonly Row<S>[]> {
    const key = `${statement.stem} ${JSON.stringify(values)}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#run(statement, values);
      this.#answers.set(key, answer);
    }
    return answer as Promise<readonly Row<S>[]>;
  }

  /** Records a statement whose rows were in memory, so that `extensions.cypher` shows it. */
  note<S extends AnyStatement>(
    statement: S,
    values: Parameters<S> | Record<string, unknown>,
    rows: readonly unknown[] = [],
  ): void {
    const run = toRun(statement, values as Parameters<S>, true);
    run.rows = rows.length;
    this.runs.push(run);
  }

  /** Returns the rows for one key, in one statement for all keys of the same turn. @throws GraphError */
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

  async #run<S extends AnyStatement>(statement: S, values: Parameters<S>): Promise<readonly Row<S>[]> {
    const bookmark = await this.dataBookmark();
    const timeoutMs = this.#endsAt === undefined ? undefined : Math.ceil(this.#endsAt - performance.now());
    if (timeoutMs !== undefined && timeoutMs <= 0) throw timedOut();
    const run = toRun(statement, values, false);
    this.runs.push(run);
    const start = performance.now();
    try {
      const rows = await this.#graph.read(statement, values, {
        signal: this.#signal,
        timeoutMs,
        requestId: this.#requestId,
        bookmarks: bookmark === null ? [] : [bookmark],
        onBookmark: (end) => this.bookmarks.add(end),
      });
      run.rows = rows.length;
      return rows as readonly Row<S>[];
    } finally {
      run.milliseconds = performance.now() - start;
    }
  }
}
