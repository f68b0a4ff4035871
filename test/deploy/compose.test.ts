import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Ajv } from "ajv";
import { DCLinter } from "dclint";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { readConfig, settings } from "../../src/config.js";
import { program } from "../../src/main.js";
import { neo4jLine } from "../../src/neo4j/managed/pom.js";
import { composeText, readCompose } from "./composeFile.js";

const password = "a password of a test";
const compose = readCompose({ NEO4J_PASSWORD: password });
const { neo4j, load, server } = compose.services;

const folder = mkdtempSync(join(tmpdir(), "govgraph-compose-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The Compose Specification's own schema, as dclint ships it. */
const dclint = dirname(createRequire(import.meta.url).resolve("dclint/package.json"));
const specification = JSON.parse(readFileSync(join(dclint, "schemas", "compose.schema.json"), "utf8")) as {
  $schema: string;
};
const matches = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile({
  ...specification,
  $schema: "http://json-schema.org/draft-07/schema#",
});

/** What the schema says against a compose file; empty for a right one. */
function faultsOf(content: unknown): string[] {
  if (matches(content)) return [];
  return (matches.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

describe("docker-compose.yml", () => {
  test("matches the Compose Specification's schema, as written and with its variables filled in", () => {
    expect(faultsOf(parse(composeText, { merge: true }))).toEqual([]);
    expect(faultsOf(compose)).toEqual([]);
  });

  test("would not match with a mistyped key or a wrong condition", () => {
    expect(faultsOf({ services: { server: { ...server, helthcheck: {} } } })).toContainEqual(
      expect.stringContaining('"additionalProperty":"helthcheck"'),
    );
    const impatient = { depends_on: { neo4j: { condition: "ready" } } };
    expect(faultsOf({ services: { server: { ...server, ...impatient } } })).toContainEqual(
      expect.stringContaining("/services/server/depends_on/neo4j/condition must be equal to one of"),
    );
  });

  test("keeps to good practice: images pinned, ports bound to an address and given once, a project name", () => {
    const path = join(folder, "docker-compose.yml");
    writeFileSync(path, stringify(compose));
    const off = [
      "require-quotes-in-ports",
      "service-dependencies-alphabetical-order",
      "service-keys-order",
      "service-ports-alphabetical-order",
      "services-alphabetical-order",
      "top-level-properties-order",
    ];
    const rules = Object.fromEntries(off.map((name) => [name, 0 as const]));
    const results = new DCLinter({ rules, quiet: true, debug: false, exclude: [] }).lintFiles([path], false);
    expect(results.flatMap((result: { messages: unknown[] }) => result.messages)).toEqual([]);
  });

  test("has no default password and says what to do without one", () => {
    expect(() => readCompose({})).toThrow(
      "NEO4J_PASSWORD: set a password of at least 8 characters for Neo4j, in the environment or in a file .env",
    );
    expect(neo4j.environment.NEO4J_AUTH).toBe(`neo4j/${password}`);
  });

  test.each(Object.entries({ load, server }))(
    "gives %s settings that GovGraph has and accepts",
    (_, service) => {
      expect(Object.keys(settings)).toEqual(expect.arrayContaining(Object.keys(service.environment)));
      const config = readConfig(service.environment);
      expect(config).toMatchObject({
        NEO4J_URI: "bolt://neo4j:7687",
        NEO4J_USER: "neo4j",
        NEO4J_PASSWORD: password,
      });
    },
  );

  test("passes on what the operator sets", () => {
    const env = {
      NEO4J_PASSWORD: password,
      CORS_ORIGIN: "https://example.org",
      LOG_LEVEL: "warn",
      PORT: "8080",
    };
    const { server } = readCompose(env).services;
    expect(readConfig(server.environment)).toMatchObject({
      HOST: "0.0.0.0",
      PORT: 4000,
      CORS_ORIGIN: ["https://example.org"],
      LOG_LEVEL: "warn",
    });
    expect(server.ports).toEqual(["127.0.0.1:8080:4000"]);
  });

  test("publishes every port on this machine only", () => {
    expect([...(neo4j.ports ?? []), ...(server.ports ?? []), ...(load.ports ?? [])]).toEqual([
      "127.0.0.1:7474:7474",
      "127.0.0.1:7687:7687",
      "127.0.0.1:4000:4000",
    ]);
  });

  test("starts Neo4j, then loads, then serves", () => {
    expect(neo4j.healthcheck?.test?.slice(0, 2)).toEqual(["CMD", "wget"]);
    expect(load.depends_on).toEqual({ neo4j: { condition: "service_healthy" } });
    expect(load.restart).toBe("no");
    expect(server.depends_on).toEqual({
      load: { condition: "service_completed_successfully" },
      neo4j: { condition: "service_healthy" },
    });
  });

  test("keeps Neo4j's data in a volume, and our containers without rights they do not need", () => {
    expect(neo4j.volumes).toEqual(["neo4j-data:/data"]);
    expect(Object.keys(compose.volumes)).toEqual(["neo4j-data"]);
    for (const service of [load, server]) {
      expect(service).toMatchObject({ build: ".", read_only: true, cap_drop: ["ALL"] });
    }
  });

  test("runs the line of Neo4j that GovGraph manages itself, in the Community edition", () => {
    expect(neo4j.image).toBe(`neo4j:${neo4jLine}-community`);
  });

  test("runs a command of govgraph", () => {
    const govgraph = program(() => readConfig({}));
    const [name, ...options] = load.command ?? [];
    const command = govgraph.commands.find((one) => one.name() === name);
    expect(command?.options.map(({ long }) => long)).toEqual(expect.arrayContaining(options));
    expect(server.command).toBeUndefined();
  });
});
