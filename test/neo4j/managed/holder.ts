import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const built = (file: string) => JSON.stringify(join(process.cwd(), "dist", "neo4j", "managed", file));

/** Acquires a database, reports it, and releases it when the input ends. */
const script = `
import { acquireDatabase } from ${built("managed.js")};
const options = JSON.parse(process.argv[1]);
const report = (event) => console.log(JSON.stringify(event));
try {
  const database = await acquireDatabase({ ...options, onProgress: (progress) => report({ progress }) });
  report({ uri: database.uri, pid: database.pid });
  for await (const _ of process.stdin);
  await database.release();
  report({ released: true });
} catch (error) {
  report({ error: error.message });
}`;

export interface HolderEvent {
  readonly progress?: string;
  readonly uri?: string;
  readonly pid?: number;
  readonly released?: boolean;
  readonly error?: string;
}

/** Another process that uses the Neo4j of a home folder, like a second govgraph command. */
export class Holder {
  readonly child: ChildProcess;
  readonly events: HolderEvent[] = [];
  readonly #lines: AsyncIterator<string>;

  constructor(options: {
    home: string;
    libFolder: string;
    heapMb: number;
    boltPort: number;
    httpPort: number;
  }) {
    this.child = spawn(process.execPath, ["--input-type=module", "-e", script, JSON.stringify(options)], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    this.#lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  /** Waits for an event that has one of these keys. @throws the error that the process reports */
  async next(...keys: (keyof HolderEvent)[]): Promise<HolderEvent> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done)
        throw new Error(`the process ended before ${keys.join(" or ")}: ${JSON.stringify(this.events)}`);
      const event = JSON.parse(value) as HolderEvent;
      this.events.push(event);
      if (keys.some((key) => key in event)) return event;
      if (event.error !== undefined) throw new Error(event.error);
    }
  }

  /** Lets it release the database, and waits until it ends. */
  async release(): Promise<void> {
    this.child.stdin!.end();
    await this.next("released");
    if (this.child.exitCode === null) await once(this.child, "exit");
  }

  /** Ends it like a crash. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }
}
