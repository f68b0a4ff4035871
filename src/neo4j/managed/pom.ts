import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * The folder with pom.xml and jars.sha256. They are read where they lie and never copied, so they are found
 * from the sources (beside this file) and from the built package (dist/neo4j/managed → src/neo4j/managed) alike.
 */
function findSources(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = [here, join(here, "..", "..", "..", "src", "neo4j", "managed")];
  const found = places.find((place) => existsSync(join(place, "pom.xml")));
  if (found === undefined) throw new Error(`pom.xml: expected in ${places.join(" or ")}, found in neither`);
  return found;
}

const sources = findSources();

/** The Maven project that names Neo4j's artifacts. */
export const pomFile = join(sources, "pom.xml");

/** Checksums of every jar, in the form that `sha256sum -c` reads. */
export const jarsFile = join(sources, "jars.sha256");

/** The version of Neo4j that pom.xml pins, such as 5.26.30. */
export const neo4jVersion = readVersion(readFileSync(pomFile, "utf8"));

/** The line of that version, such as 5.26: within a line, stores can be opened both ways. */
export const neo4jLine = neo4jVersion.split(".").slice(0, 2).join(".");

/** @returns the text of the property neo4j.version in a pom */
export function readVersion(pom: string): string {
  const version = /<neo4j\.version>([\d.]+)<\/neo4j\.version>/.exec(pom)?.[1];
  if (version === undefined) throw new Error("pom.xml: expected a property neo4j.version, found none");
  return version;
}

/**
 * @param text lines of `sha256sum`: 64 hex digits, two spaces, file name
 * @returns sha256 by jar name, in the file's order
 */
export function readChecksums(text: string): ReadonlyMap<string, string> {
  const rows = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const match = /^([0-9a-f]{64}) [ *]([\w.+-]+\.jar)$/.exec(line);
      if (match === null)
        throw new Error(`jars.sha256:${index + 1}: expected a sha256 and a jar, got "${line}"`);
      return [match[2]!, match[1]!] as const;
    });
  return new Map(rows);
}
