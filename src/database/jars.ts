import { createHash } from "node:crypto";
import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { jarsFile, readChecksums } from "./pom.js";

const checksumText = readFileSync(jarsFile, "utf8");
/** The sha256 of each jar, by its name. */
export const checksums = readChecksums(checksumText);
const pin = createHash("sha256").update(checksumText).digest("hex");

/** How many jars Neo4j consists of. */
export const jarCount = checksums.size;

/** Identifies the exact set of jars; changes with every jar. */
export const jarsPin = pin.slice(0, 12);

/** @returns Neo4j's class path: the pinned jars in a fixed order, whatever else may lie in the folder */
export function classPath(lib: string): string[] {
  return [...checksums.keys()].map((name) => join(lib, name));
}

/** What was verified: the pin, and size and time of change of every jar at that moment. Written last. */
interface Seal {
  readonly pin: string;
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
    return (
      seal.pin === pin &&
      [...checksums.keys()].every((name) => `${stamp(join(lib, name))}` === `${seal.jars[name]}`)
    );
  } catch {
    return false;
  }
}

/** Notes that every jar is as pinned now; the caller has just hashed them. */
export function seal(lib: string): void {
  const jars = Object.fromEntries([...checksums.keys()].map((name) => [name, stamp(join(lib, name))]));
  const next = `${sealFile(lib)}.next`;
  writeFileSync(next, JSON.stringify({ pin, jars } satisfies Seal));
  renameSync(next, sealFile(lib));
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
