import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const built = (file: string) => JSON.stringify(join(process.cwd(), "dist", "database", file));

/** What a holder does: acquires, tells what it got, and releases as soon as its input ends. */
const script = `
import { acquireDatabase } from ${built("managed.js")};
const options = JSON.parse(process.argv[1]);
const say = (event) => console.log(JSON.stringify(event));
try {
  const database = await acquireDatabase({ ...options, onProgress: (progress) => say({ progress }) });
  say({ uri: database.uri, pid: database.pid });
  for await (const _ of process.stdin);
  await database.release();
  say({ released: true });
} catch (error) {
  say({ error: error.message });
}`;

export interface HolderEvent {
  readonly progress?: string;
  readonly uri?: string;
  readonly pid?: number;
  readonly released?: boolean;
  readonly error?: string;
}

/** Another process that uses the Neo4j of a home folder, as a second govgraph would. */
export class Holder {
  readonly child: ChildProcess;
  readonly heard: HolderEvent[] = [];
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

  /** Waits for an event that has one of these keys; an error it tells of is thrown. */
  async next(...keys: (keyof HolderEvent)[]): Promise<HolderEvent> {
    for (;;) {
      const { value, done } = await this.#lines.next();
      if (done)
        throw new Error(`the holder ended before ${keys.join(" or ")}: ${JSON.stringify(this.heard)}`);
      const event = JSON.parse(value) as HolderEvent;
      this.heard.push(event);
      if (keys.some((key) => key in event)) return event;
      if (event.error !== undefined) throw new Error(event.error);
    }
  }

  /** Has it release, and waits for its end. */
  async release(): Promise<void> {
    this.child.stdin!.end();
    await this.next("released");
    if (this.child.exitCode === null) await once(this.child, "exit");
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    this.child.kill("SIGKILL");
    await once(this.child, "exit");
  }
}
