import { readdirSync } from "node:fs";
import { neo4jVersion } from "./pom.js";

const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** How far Maven is: what it has fetched, read off its output, and how many jars it has put in place. */
export class Downloads {
  readonly #wanted: ReadonlyMap<string, unknown>;
  #files = 0;
  #jars = 0;
  #bytes = 0;

  /** @param wanted names of the jars to count; Maven fetches plugins of its own too */
  constructor(wanted: ReadonlyMap<string, unknown>) {
    this.#wanted = wanted;
  }

  /** @param line a line of `mvn -B` */
  read(line: string): void {
    const match = /Downloaded from \S+: \S*\/(\S+) \(([\d.]+) (B|kB|MB|GB)/.exec(line);
    if (match === null) return;
    this.#files += 1;
    if (!this.#wanted.has(match[1]!)) return;
    this.#jars += 1;
    this.#bytes += Number(match[2]) * units[match[3]!]!;
  }

  /** @param folder where Maven puts the jars in the end; @returns the state in words, empty before anything is done */
  tell(folder: string): string {
    const placed = count(folder);
    const total = this.#wanted.size;
    if (placed > 0) return `Neo4j ${neo4jVersion}: putting jars in place, ${placed} of ${total}`;
    if (this.#files === 0) return "";
    if (this.#jars === 0)
      return `Neo4j ${neo4jVersion}: Maven reads what belongs to it; files so far: ${this.#files}`;
    const megabytes = (this.#bytes / 1e6).toFixed(1);
    return `Neo4j ${neo4jVersion}: downloading by Maven, ${this.#jars} of at most ${total} jars, ${megabytes} of 145 MB`;
  }
}

function count(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
