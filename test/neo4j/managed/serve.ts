import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { until } from "./home.js";

export const main = fileURLToPath(new URL("../../../dist/main.js", import.meta.url));

/** The environment of a govgraph command on a home folder: the managed Neo4j, and no setting of this test run. */
export function environment(home: string, settings: Record<string, string> = {}): Record<string, string> {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, GOVGRAPH_HOME: home, NEO4J_HEAP_MB: "256", PORT: "0", ...settings };
}

/** A `govgraph serve` with its managed Neo4j. */
export class ServeProcess {
  readonly child: ChildProcess;
  /** What it has printed. */
  output = "";
  /** Resolves with its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;

  constructor(home: string, settings?: Record<string, string>) {
    this.child = spawn(process.execPath, [main, "serve"], {
      env: environment(home, settings),
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.child.stderr!.on("data", (chunk: Buffer) => {
      this.output += chunk.toString();
    });
    this.ended = once(this.child, "exit").then(([code, signal]) => code ?? signal);
  }

  /** Waits until it listens. Returns its address. */
  async url(): Promise<string> {
    return until("the address of the server", () => {
      if (this.child.exitCode !== null) throw new Error(`serve ended: ${this.output}`);
      return /^Home +(http:\S+)\/$/m.exec(this.output)?.[1];
    });
  }

  /** Returns the message of /readyz about the database, and whether the server is ready. */
  async ready(): Promise<{ status: number; database: string }> {
    const answer = await fetch(`${await this.url()}/readyz`);
    const { checks } = (await answer.json()) as { checks: { database: { message: string } } };
    return { status: answer.status, database: checks.database.message };
  }

  /** Asks a question whose answer is not in the cache. Returns the years of the editions; null if there is none. */
  async years(): Promise<number[] | null> {
    const query = `{ editions { year } meta { note${Date.now()}: dataVersion } }`;
    const answer = await fetch(`${await this.url()}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data } = (await answer.json()) as { data?: { editions: { year: number }[] } };
    return data?.editions.map(({ year }) => year) ?? null;
  }
}
