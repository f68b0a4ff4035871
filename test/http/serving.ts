import type { GraphQLSchema } from "graphql";
import { inject } from "vitest";
import { readConfig } from "../../src/config.js";
import type { Questions } from "../../src/http/requestState.js";
import { startServer } from "../../src/http/server.js";
import type { Timeouts } from "../../src/http/timeouts.js";
import { Graph } from "../../src/neo4j/client.js";
import type { Texts } from "../../src/question/facts/quote.js";
import { loadedGraph } from "../graph.js";

/** A line of the log, read. */
export type LogLine = { readonly level: string; readonly msg: string } & Readonly<Record<string, unknown>>;

/** A server that runs for a test. */
export interface Serving {
  readonly url: string;
  readonly graph: Graph;
  /** The GraphQL requests whose response is not sent yet. */
  readonly inFlight: { readonly size: number };
  /** The log so far. */
  readonly log: readonly LogLine[];
  /** Stops the server and closes its graph. */
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly schema: GraphQLSchema;
  readonly questions?: Questions;
  readonly texts?: Texts;
  /** Settings beside those of the test run. */
  readonly env?: Readonly<Record<string, string>>;
  readonly timeouts?: Partial<Timeouts>;
  readonly pages?: string;
  /** Where Neo4j is; left out: the one of this test run itself. */
  readonly uri?: string;
  readonly user?: string;
  readonly password?: string;
  readonly poolSize?: number;
}

/** Serves a schema on a free port, with the Neo4j of this test run behind it. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { schema, questions, texts, env = {}, timeouts, pages = "/nowhere" } = options;
  const { uri, user, password, database } = inject("neo4j");
  // A Neo4j that has just started takes seconds for its first answers on a busy machine.
  const lenient = { GOVGRAPH_DEADLINE_MS: "30000", NEO4J_TIMEOUT_MS: "30000" };
  const config = readConfig({ PORT: "0", GOVGRAPH_ALLOWED_HOSTS: "*", ...lenient, ...env });
  const graph = Graph.open({
    uri: options.uri ?? uri,
    user: options.user ?? user,
    password: options.password ?? password,
    database,
    poolSize: options.poolSize ?? 20,
    timeoutMs: config.NEO4J_TIMEOUT_MS,
  });
  // The first connection takes longest; a server that waits for it takes Neo4j for away.
  if (options.uri === undefined) await graph.ping();
  const log: LogLine[] = [];
  const server = await startServer({
    config,
    graph,
    schema,
    pages,
    version: "1.2.3",
    ...(questions && { questions }),
    ...(texts && { texts }),
    timeouts: { quietMs: 50, ...timeouts },
    log: { write: (line) => log.push(JSON.parse(line) as LogLine) },
  });
  return {
    url: server.url,
    inFlight: server.inFlight,
    graph,
    log,
    async stop() {
      await server.stop();
      await graph.close();
    },
  };
}

/** Loads the committed data and serves a schema with it. */
export async function serveLoaded(options: ServeOptions): Promise<Serving> {
  await (await loadedGraph()).close();
  return serve(options);
}

/** A GraphQL answer with the HTTP around it. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows what it asked for.
  readonly data: any;
  readonly errors:
    | readonly { message: string; path?: unknown; extensions: Record<string, unknown> }[]
    | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly extensions: any;
}

/** Posts an operation, as a client does. */
export async function ask(
  url: string,
  query: string,
  {
    variables,
    operationName,
    headers = {},
    signal,
  }: {
    variables?: unknown;
    operationName?: string;
    headers?: Record<string, string>;
    signal?: AbortSignal;
  } = {},
): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query, variables, operationName }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  const { data, errors, extensions } = JSON.parse(text) as Answer;
  return { status: response.status, headers: response.headers, text, data, errors, extensions };
}

/** Waits until something holds, looking every 20 ms. @throws when it does not within the limit */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 5_000,
): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > limitMs) throw new Error(`${what}: not within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - start;
}
