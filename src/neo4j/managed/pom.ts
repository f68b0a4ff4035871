import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Returns the folder with pom.xml and jars.sha256. They are never copied: the sources find them next to this file, and the
 * built package in src/neo4j/managed.
 */
function findSources(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [here, join(here, "..", "..", "..", "src", "neo4j", "managed")];
  const found = places.find((place) => existsSync(join(place, "pom.xml")));
  if (found === undefined) throw new Error(`pom.xml: expected in ${places.join(" or ")}, got neither`);
  return found;
}

const sources = findSources();

/** The Maven project that names Neo4j's artifacts. */
export const pomFile = join(sources, "pom.xml");

/** The checksum of every jar, in the format of `sha256sum -c`. */
export const jarsFile = join(sources, "jars.sha256");

/** The version of Neo4j that pom.xml pins, such as 5.26.30. */
export const neo4jVersion = readVersion(readFileSync(pomFile, "utf8"));

/** The line of that version, such as 5.26. All versions of a line can open each other's stores. */
export const neo4jLine = neo4jVersion.split(".").slice(0, 2).join(".");

/** Returns the property neo4j.version of a pom. */
export function readVersion(pom: string): string {
  const version = /<neo4j\.version>([\d.]+)<\/neo4j\.version>/.exec(pom)?.[1];
  if (version === undefined) throw new Error("pom.xml: expected a property neo4j.version, got none");
  return version;
}

/**
 * Returns the SHA-256 of each jar by its name, in the file's order.
 * @param text lines of `sha256sum`: 64 hex digits, two spaces, file name
 */
export function readChecksums(text: string): ReadonlyMap<string, string> {
  const rows = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const match = /^([0-9a-f]{64}) [ *]([\w.+-]+\.jar)$/.exec(line);
      if (match === null)
        throw new Error(`jars.sha256:${index + 1}: expected a SHA-256 and a jar, got "${line}"`);
      return [match[2]!, match[1]!] as const;
    });
  return new Map(rows);
}
