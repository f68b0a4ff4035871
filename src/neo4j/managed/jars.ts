import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jarsFile, readChecksums } from "./pom.js";
import { withoutSignature } from "./unsign.js";

const checksumText = readFileSync(jarsFile, "utf8");
/** The sha256 of each jar, by its name. */
export const checksums = readChecksums(checksumText);
const pin = createHash("sha256").update(`${checksumText}unsigned copies`).digest("hex");

/** How many jars Neo4j consists of. */
export const jarCount = checksums.size;

/** Identifies the exact set of jars; changes with every jar. */
export const jarsPin = pin.slice(0, 12);

/** Where the copies of signed jars lie that are used in their place. */
const unsigned = "unsigned";

/** @returns Neo4j's class path: the pinned jars in a fixed order, whatever else may lie in the folder */
export function classPath(lib: string): string[] {
  return [...checksums.keys()].map((name) => {
    const copy = join(lib, unsigned, name);
    return existsSync(copy) ? copy : join(lib, name);
  });
}

/** What was verified: the pin, and size and time of change of every jar at that moment. Written last. */
interface Seal {
  readonly pin: string;
  /** By the path below the folder. */
  readonly jars: Readonly<Record<string, readonly [size: number, changedMs: number]>>;
}

const sealFile = (lib: string) => join(lib, "verified.json");

function stamp(file: string): readonly [number, number] {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}

/** @returns whether every jar is as it was when it was last verified; takes milliseconds */
export function isSealed(lib: string): boolean {
  try {
    const seal = JSON.parse(readFileSync(sealFile(lib), "utf8")) as Seal;
    const rows = Object.entries(seal.jars);
    const same = rows.every(([path, [size, changedMs]]) => {
      const found = stamp(join(lib, path));
      return found[0] === size && found[1] === changedMs;
    });
    return seal.pin === pin && same && [...checksums.keys()].every((name) => name in seal.jars);
  } catch {
    return false;
  }
}

/** Notes that every jar is as pinned now; the caller has just hashed them. */
export function seal(lib: string): void {
  const copies = existsSync(join(lib, unsigned)) ? readdirSync(join(lib, unsigned)) : [];
  const paths = [...checksums.keys(), ...copies.map((name) => join(unsigned, name))];
  const jars = Object.fromEntries(paths.map((path) => [path, stamp(join(lib, path))]));
  const next = `${sealFile(lib)}.next`;
  writeFileSync(next, JSON.stringify({ pin, jars } satisfies Seal));
  renameSync(next, sealFile(lib));
}

/**
 * Makes a copy without signature of every signed jar; the jars must have been verified.
 * @returns whether a copy was missing or not as it should be
 */
export async function unsign(lib: string): Promise<boolean> {
  let changed = false;
  for (const name of checksums.keys()) {
    const jar = await readFile(join(lib, name));
    const copy = withoutSignature(jar);
    if (copy === null) continue;
    const file = join(lib, unsigned, name);
    const there = await readFile(file).catch(() => null);
    if (there !== null && Buffer.compare(there, copy) === 0) continue;
    mkdirSync(join(lib, unsigned), { recursive: true });
    writeFileSync(`${file}.next`, copy);
    // A copy made again is the same one to the class-data archive, which compares times.
    const { atime, mtime } = statSync(join(lib, name));
    utimesSync(`${file}.next`, atime, mtime);
    renameSync(`${file}.next`, file);
    changed = true;
  }
  return changed;
}

/** A jar that is not as pinned. */
export interface JarFault {
  readonly jar: string;
  readonly fault: "missing" | "damaged";
}

/** Hashes every jar of a folder (half a second). @returns those that are missing or differ from their pin */
export async function faultyJars(lib: string): Promise<JarFault[]> {
  const faults: JarFault[] = [];
  for (const [jar, expected] of checksums) {
    const content = await readFile(join(lib, jar)).catch(() => null);
    if (content === null) faults.push({ jar, fault: "missing" });
    else if (createHash("sha256").update(content).digest("hex") !== expected)
      faults.push({ jar, fault: "damaged" });
  }
  return faults;
}
