import DataLoader from "dataloader";
import type { Graph } from "./client.js";
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

/** A statement that answers for many keys at once: it takes `$keys`, and each row says in `key` whom it is for. */
export type KeyedStatement = AnyStatement & { parameters: { keys: unknown }; columns: { key: unknown } };

type Others<S> = Omit<Parameters<S>, "keys">;

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
 * keys that come up together run as one statement.
 */
export class GraphRequest {
  readonly runs: StatementRun[] = [];
  /** Bookmarks at which statements ended; null for a statement without one. */
  readonly bookmarks = new Set<string | null>();
  readonly #graph: Graph;
  readonly #signal: AbortSignal | undefined;
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  readonly #batches = new Map<string, DataLoader<unknown, readonly unknown[]>>();
  /** The bookmark of the data that the request answers from; known before its first statement. */
  dataBookmark: () => Promise<string | null> = async () => null;

  /** @param signal ends what still runs: the deadline, a client that went away */
  constructor(graph: Graph, signal?: AbortSignal) {
    this.#graph = graph;
    this.#signal = signal;
  }

  /** All rows of a statement. @throws GraphError */
  ask<S extends AnyStatement>(statement: S, values: Parameters<S>): Promise<readonly Row<S>[]> {
    const key = `${statement.stem} ${JSON.stringify(values)}`;
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = this.#run(statement, values);
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

  async #run<S extends AnyStatement>(statement: S, values: Parameters<S>): Promise<readonly Row<S>[]> {
    const bookmark = await this.dataBookmark();
    const run = toRun(statement, values, false);
    this.runs.push(run);
    const start = performance.now();
    try {
      const rows = await this.#graph.read(statement, values, {
        ...(this.#signal && { signal: this.#signal }),
        ...(bookmark !== null && { after: [bookmark] }),
        ended: (end) => this.bookmarks.add(end),
      });
      run.rows = rows.length;
      return rows as readonly Row<S>[];
    } finally {
      run.milliseconds = performance.now() - start;
    }
  }
}
