import DataLoader from "dataloader";
import { GraphError } from "./failure.js";
import type { Ending, Graph } from "./graph.js";
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
 * keys that come up together run as one statement. It holds the request's deadline and the list of what was run.
 */
export class GraphRequest {
  readonly runs: StatementRun[] = [];
  readonly #graph: Graph;
  readonly #signal: Ending | undefined;
  readonly #endsAt: number | undefined;
  readonly #answers = new Map<string, Promise<readonly unknown[]>>();
  readonly #batches = new Map<string, DataLoader<unknown, readonly unknown[]>>();

  /** @param limits `signal` ends what still runs; `deadlineMs` is the time this request may take, in milliseconds */
  constructor(graph: Graph, limits: { signal?: Ending; deadlineMs?: number } = {}) {
    this.#graph = graph;
    const { signal, deadlineMs } = limits;
    this.#signal = signal;
    this.#endsAt = deadlineMs === undefined ? undefined : performance.now() + deadlineMs;
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
  note<S extends AnyStatement>(statement: S, values: Parameters<S> | Record<string, unknown>): void {
    this.runs.push(toRun(statement, values as Parameters<S>, true));
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
    const left = this.#endsAt === undefined ? undefined : Math.ceil(this.#endsAt - performance.now());
    if (left !== undefined && left <= 0) {
      throw new GraphError("TIMEOUT", "The question took longer than it may and was ended.");
    }
    const run = toRun(statement, values, false);
    this.runs.push(run);
    const start = performance.now();
    try {
      const rows = await this.#graph.read(statement, values, {
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
