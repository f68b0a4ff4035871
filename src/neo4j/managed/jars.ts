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
import { withoutSignature } from "./signature.js";

const checksumText = readFileSync(jarsFile, "utf8");
/** The SHA-256 of each jar, by its name. */
export const checksums = readChecksums(checksumText);
const pin = createHash("sha256").update(`${checksumText}unsigned copies`).digest("hex");

/** The number of jars that Neo4j consists of. */
export const jarCount = checksums.size;

/** Identifies the exact set of jars. */
export const jarsPin = pin.slice(0, 12);

/** Folder of the copies that replace signed jars. */
const unsigned = "unsigned";

/** Returns Neo4j's class path: the pinned jars in a fixed order, and no other file of the folder. */
export function classPath(lib: string): string[] {
  return [...checksums.keys()].map((name) => {
    const copy = join(lib, unsigned, name);
    return existsSync(copy) ? copy : join(lib, name);
  });
}

/** What was verified: the pin, and the size and modification time of every jar at that moment. Written last. */
interface Verification {
  readonly pin: string;
  /** By the path below the folder. */
  readonly jars: Readonly<Record<string, readonly [size: number, modifiedMs: number]>>;
}

const verificationFile = (lib: string) => join(lib, "verified.json");

function stamp(file: string): readonly [number, number] {
  const { size, mtimeMs } = statSync(file);
  return [size, mtimeMs];
}

/**
 * Returns whether no jar has changed since it was last verified. Takes milliseconds. If the record cannot be read, the
 * jars count as not verified, and are hashed again.
 */
export function isVerified(lib: string): boolean {
  try {
    const verification = JSON.parse(readFileSync(verificationFile(lib), "utf8")) as Verification;
    const rows = Object.entries(verification.jars);
    const isUnchanged = rows.every(([path, [size, modifiedMs]]) => {
      const found = stamp(join(lib, path));
      return found[0] === size && found[1] === modifiedMs;
    });
    const hasAll = [...checksums.keys()].every((name) => name in verification.jars);
    return verification.pin === pin && isUnchanged && hasAll;
  } catch {
    return false;
  }
}

/** Records that every jar is as pinned now. The caller has just hashed them. */
export function recordVerification(lib: string): void {
  const copies = existsSync(join(lib, unsigned)) ? readdirSync(join(lib, unsigned)) : [];
  const paths = [...checksums.keys(), ...copies.map((name) => join(unsigned, name))];
  const jars = Object.fromEntries(paths.map((path) => [path, stamp(join(lib, path))]));
  const next = `${verificationFile(lib)}.next`;
  writeFileSync(next, JSON.stringify({ pin, jars } satisfies Verification));
  renameSync(next, verificationFile(lib));
}

/**
 * Copies every signed jar without its signature. The jars must have been verified.
 * @returns whether a copy was missing or damaged
 */
export async function copyWithoutSignatures(lib: string): Promise<boolean> {
  let isChanged = false;
  for (const name of checksums.keys()) {
    const jar = await readFile(join(lib, name));
    const copy = withoutSignature(jar);
    if (copy === null) continue;
    const file = join(lib, unsigned, name);
    const existing = await readFile(file).catch(() => null);
    if (existing !== null && Buffer.compare(existing, copy) === 0) continue;
    mkdirSync(join(lib, unsigned), { recursive: true });
    writeFileSync(`${file}.next`, copy);
    // The class-data archive compares modification times, so a new copy must look like the old one.
    const { atime, mtime } = statSync(join(lib, name));
    utimesSync(`${file}.next`, atime, mtime);
    renameSync(`${file}.next`, file);
    isChanged = true;
  }
  return isChanged;
}

/** A jar that is not as pinned. */
export interface JarFault {
  readonly jar: string;
  readonly fault: "missing" | "damaged";
}

/** Hashes every jar of a folder (half a second). Returns those that are missing or differ from their pin. */
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
