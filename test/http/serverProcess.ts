import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { inject } from "vitest";
import { type LogLine, until } from "./serving.js";

const main = fileURLToPath(new URL("../../dist/main.js", import.meta.url));
const probe = new URL("probe.js", import.meta.url).href;

/** What a server process has taken so far. */
export interface Usage {
  /** Time on all its threads (milliseconds). */
  readonly cpuMs: number;
  readonly rss: number;
  readonly heapUsed: number;
  /** Open handles and requests by kind. */
  readonly resources: Readonly<Record<string, number>>;
  /** Longest delay of the event loop since the last look (milliseconds). */
  readonly delayMs: number;
}

export interface ProcessOptions {
  /** Settings besides those of Neo4j. */
  readonly env?: Readonly<Record<string, string>>;
  readonly heapMb?: number;
  /** The core to run on. Optional: any. */
  readonly core?: number;
}

/** `govgraph serve` in a process of its own, with the Neo4j of this test run behind it. */
export class ServerProcess {
  readonly child: ChildProcess;
  /** Everything that it wrote to standard error. */
  output = "";
  url = "";
  readonly #waiting = new Map<number, (usage: Usage) => void>();
  #lastId = 0;

  private constructor(child: ChildProcess) {
    this.child = child;
    child.stderr?.on("data", (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    child.on("message", (message) => {
      const { id, ...usage } = message as Usage & { id: number };
      this.#waiting.get(id)?.(usage);
      this.#waiting.delete(id);
    });
  }

  /** Starts it and waits until it answers. */
  static async start({ env = {}, heapMb = 256, core }: ProcessOptions = {}): Promise<ServerProcess> {
    const { uri, user, password, database } = inject("neo4j");
    const { PATH = "", HOME = "" } = process.env;
    const words = [`--max-old-space-size=${heapMb}`, "--expose-gc", "--import", probe, main, "serve"];
    const [command, ...args] =
      core === undefined
        ? [process.execPath, ...words]
        : ["taskset", "-c", String(core), process.execPath, ...words];
    const child = spawn(command as string, args, {
      cwd: mkdtempSync(join(tmpdir(), "govgraph-server-")),
      env: {
        PATH,
        HOME,
        PORT: "0",
        NEO4J_URI: uri,
        NEO4J_USER: user,
        NEO4J_PASSWORD: password,
        NEO4J_DATABASE: database,
        ...env,
      },
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const server = new ServerProcess(child);
    await until(
      "the server runs",
      () => server.#ended || server.output.includes("Stop with Ctrl-C."),
      60_000,
    );
    server.url = /^GraphQL +(\S+)\/graphql$/m.exec(server.output)?.[1] ?? "";
    if (server.url === "") throw new Error(`the server did not start:\n${server.output}`);
    return server;
  }

  /** The log so far. */
  get log(): readonly LogLine[] {
    return this.output
      .split("\n")
      .filter((line) => line.startsWith("{") && line.endsWith("}"))
      .map((line) => JSON.parse(line) as LogLine);
  }

  /** @param collect whether to collect garbage first */
  usage(collect = false): Promise<Usage> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, resolve);
      this.child.send({ id, collect }, (error) => error && reject(error));
    });
  }

  /** Sends a signal, waits for the end of the process and returns its exit code. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<number | null> {
    if (this.#ended) return this.child.exitCode;
    this.child.kill(signal);
    const [code] = (await once(this.child, "exit")) as [number | null];
    return code;
  }

  get #ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }
}
