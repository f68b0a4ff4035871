import neo4j from "neo4j-driver";
import { describe, expect, inject, test } from "vitest";
import { confText } from "../../src/neo4j/managed/conf.js";
import { readCompose } from "./composeFile.js";

/** The Docker image's rule: after NEO4J_, one underscore is a dot, two are an underscore. */
function settingName(variable: string): string {
  return variable
    .replace(/^NEO4J_/, "")
    .replaceAll("__", "\0")
    .replaceAll("_", ".")
    .replaceAll("\0", "_");
}

/** What only the image knows, and what is the container's own: addresses, and a heap that the command line gives. */
const ownOfTheContainer = [
  "server.bolt.advertised_address",
  "server.memory.heap.initial_size",
  "server.memory.heap.max_size",
];

const { neo4j: service } = readCompose({ NEO4J_PASSWORD: "a password of a test" }).services;
const given = Object.entries(service.environment)
  .filter(([variable]) => variable !== "NEO4J_AUTH")
  .map(([variable, value]) => ({ name: settingName(variable), value }));

describe("Neo4j's settings in docker-compose.yml", () => {
  test("are settings of this line of Neo4j: it refuses to start on an unknown one", async () => {
    const { uri, user, password } = inject("neo4j");
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    try {
      const { records } = await driver.executeQuery("SHOW SETTINGS YIELD name");
      const known = records.map((record) => record.get("name") as string);
      expect(known.length).toBeGreaterThan(100);
      // SHOW SETTINGS leaves out internal settings; the managed Neo4j, which runs here, starts with them.
      const listed = given.map(({ name }) => name).filter((name) => !name.startsWith("internal."));
      expect(listed.filter((name) => !known.includes(name))).toEqual([]);
    } finally {
      await driver.close();
    }
  });

  test("say the same as those of the managed Neo4j", () => {
    const managed = new Map(
      confText({ data: "data", boltPort: 7687, httpPort: 7474 })
        .split("\n")
        .filter((line) => /^[a-z]/.test(line))
        .map((line) => line.split("=", 2) as [string, string]),
    );
    const shared = given.filter(({ name }) => !ownOfTheContainer.includes(name));
    expect(shared.length).toBeGreaterThan(8);
    expect(shared.filter(({ name }) => !managed.has(name))).toEqual([]);
    expect(Object.fromEntries(shared.map(({ name, value }) => [name, value]))).toEqual(
      Object.fromEntries(shared.map(({ name }) => [name, managed.get(name)])),
    );
  });
});
