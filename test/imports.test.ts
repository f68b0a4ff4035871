import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../src/", import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"));

/** Which rooms each room may import from; the house has no other arrows. */
const arrows: Record<string, readonly string[]> = {
  api: [],
  config: [],
  model: ["api"],
  names: [],
  neo4j: [],
  "neo4j/managed": ["config"],
  data: ["names"],
  extract: ["names", "data"],
  // The load stores the search keys of names.
  load: ["data", "names", "neo4j"],
  question: ["api", "model", "names", "neo4j"],
  schema: ["api", "question"],
  // Values are read from text by the names that people use.
  table: ["names", "question", "schema"],
  pages: ["question", "schema", "table"],
  http: ["config", "names", "neo4j", "question", "schema", "table", "pages"],
  cli: [
    "config",
    "neo4j/managed",
    "names",
    "data",
    "extract",
    "load",
    "neo4j",
    "question",
    "schema",
    "table",
    "http",
  ],
  main: ["config", "neo4j/managed", "data", "neo4j", "cli"],
};

/** Packages that only one room may import, so that another can take their place in one spot. */
const doors: Record<string, string> = {
  "neo4j-driver": "neo4j/",
  "type-graphql": "api.ts",
  "reflect-metadata": "api.ts",
  "@apollo/server": "http/",
  negotiator: "http/",
  fastify: "http/",
  yaml: "data/",
  dataloader: "neo4j/request.ts",
  "opencc-js": "names/simplified.ts",
  "pinyin-pro": "names/pinyin.ts",
};

const roomOf = (file: string) =>
  file.startsWith("neo4j/managed/") ? "neo4j/managed" : (file.split("/")[0]?.replace(/\.ts$/, "") ?? "");

/** What a file imports: paths from `src/` for its own, bare names for packages. */
function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  const specifiers = [
    ...text.matchAll(
      /(?:^|\s)(?:import|export)[^"';]*?from\s+"([^"]+)"|import\(\s*"([^"]+)"|^import\s+"([^"]+)"/gm,
    ),
  ];
  return specifiers.map(([, from, dynamic, bare]) => {
    const specifier = (from ?? dynamic ?? bare) as string;
    return specifier.startsWith(".")
      ? posix.join(dirname(file), specifier).replace(/\.js$/, ".ts")
      : specifier;
  });
}

describe("imports run one way", () => {
  it.each(files)("%s", (file) => {
    const room = roomOf(file);
    expect(arrows, `no room ${room} in the plan`).toHaveProperty(room);
    for (const target of importsOf(file)) {
      if (!target.endsWith(".ts")) continue;
      const other = roomOf(target);
      if (other !== room) expect(arrows[room], `${file} imports ${target}`).toContain(other);
    }
  });

  it("reads the imports at all", () => {
    expect(importsOf("schema/schema.ts")).toEqual(["graphql", "api.ts", "question/questions.ts"]);
  });
});

describe("one door for each outside package", () => {
  it.each(Object.entries(doors))("%s is imported in %s only", (name, place) => {
    const importers = files.filter((file) =>
      importsOf(file).some((target) => target === name || target.startsWith(`${name}/`)),
    );
    expect(importers).not.toEqual([]);
    expect(importers.filter((file) => !file.startsWith(place))).toEqual([]);
  });
});

/** The groups of files that import each other, directly or through other files, each sorted. Type imports count too. */
function circles(imports: ReadonlyMap<string, readonly string[]>): string[][] {
  const reachableFrom = (start: string) => {
    const reached = new Set<string>();
    const pending = [...(imports.get(start) ?? [])];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      pending.push(...(imports.get(next) ?? []));
    }
    return reached;
  };
  const reachable = new Map([...imports.keys()].map((file) => [file, reachableFrom(file)]));
  const inCircle = [...imports.keys()].filter((file) => reachable.get(file)!.has(file));
  const groups = inCircle.map((file) =>
    inCircle.filter((other) => reachable.get(file)!.has(other) && reachable.get(other)!.has(file)),
  );
  return [...new Map(groups.map((group) => [group.join(" "), group.sort()])).values()];
}

describe("no circles of imports", () => {
  it("in src", () => {
    const imports = new Map(
      files.map((file) => [file, importsOf(file).filter((target) => target.endsWith(".ts"))]),
    );
    expect(circles(imports)).toEqual([]);
  });

  it("finds circles through several files, and not chains", () => {
    const imports = new Map([
      ["a", ["b", "c"]],
      ["b", ["d"]],
      ["c", ["d"]],
      ["d", ["b"]],
      ["e", ["a", "e"]],
      ["f", ["g"]],
      ["g", ["h"]],
      ["h", ["f"]],
    ]);
    expect(circles(imports)).toEqual([["b", "d"], ["e"], ["f", "g", "h"]]);
  });
});

describe("no room for leftovers", () => {
  it("has no utils, helpers, common or types, and no index", () => {
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|types|index)(\/|\.ts$)/.test(file))).toEqual(
      [],
    );
  });
});
