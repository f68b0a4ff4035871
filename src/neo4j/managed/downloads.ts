import { readdirSync } from "node:fs";
import { neo4jVersion } from "./pom.js";

const units: Readonly<Record<string, number>> = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 };

/** Maven's progress: the files it has downloaded, read from its output, and the jars it has copied. */
export class DownloadProgress {
  readonly #wanted: ReadonlyMap<string, unknown>;
  #files = 0;
  #jars = 0;
  #bytes = 0;

  /** @param wanted names of the jars to count; Maven downloads plugins of its own too */
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

  /** Returns the progress in words, empty before the first file. @param folder where Maven copies the jars in the end */
  describe(folder: string): string {
    const copied = count(folder);
    const total = this.#wanted.size;
    if (copied > 0) return `Neo4j ${neo4jVersion}: copying jars, ${copied} of ${total}`;
    if (this.#files === 0) return "";
    if (this.#jars === 0)
      return `Neo4j ${neo4jVersion}: Maven reads the list of jars; files so far: ${this.#files}`;
    const megabytes = (this.#bytes / 1e6).toFixed(1);
    return `Neo4j ${neo4jVersion}: Maven downloads, ${this.#jars} of at most ${total} jars, ${megabytes} of 145 MB`;
  }
}

function count(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    return 0;
  }
}
