import { configDefaults, defineConfig } from "vitest/config";

/** Tests that write to the shared Neo4j or start processes of their own: after the others, one file at a time. */
const alone = ["load", "cli", "neo4j/managed", "web", "package", "docs", "bench"]
  .map((folder) => `test/${folder}/**/*.test.ts`)
  .concat("test/http/loads.test.ts");
/** Tests of servers: they measure time, so few run at once. */
const servers = ["test/http/**/*.test.ts"];
/** Tests that take minutes: `npm run test:long`. */
const long = ["test/**/*.long.test.ts"];
/** Tests with a random part, which is larger in `npm run test:long`. */
const sampled = [
  "test/oracle/**/*.test.ts",
  "test/http/loads.test.ts",
  "test/http/cost.test.ts",
  "test/extract/variations.test.ts",
];

const shared = {
  // graphql 16 has two builds; Vite would resolve the .mjs build and the libraries the .js build.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
};

/**
 * `vitest run` runs the short tests; `vitest run --mode long` the long tests in minutes and the sampled tests in full;
 * `vitest run --mode full` the long tests in their full lengths.
 */
export default defineConfig(({ mode }) => {
  const isFull = mode === "full";
  const isLong = mode === "long" || isFull;
  const common = {
    // Files of a worker share what they import, which takes as long as the tests themselves; no test changes it.
    isolate: false,
    testTimeout: isLong ? 3_600_000 : 60_000,
    hookTimeout: 120_000,
    ...(isLong && { env: { GOVGRAPH_TEST_LONG: "1", ...(isFull && { GOVGRAPH_TEST_FULL: "1" }) } }),
  };
  const project = (name: string, groupOrder: number, include: string[], exclude: string[], more = {}) => ({
    ...shared,
    test: {
      name,
      include,
      exclude: [...configDefaults.exclude, ...(isLong ? [] : long), ...exclude],
      sequence: { groupOrder },
      ...common,
      ...more,
    },
  });
  return {
    ...shared,
    test: {
      globalSetup: ["test/neo4j.ts"],
      maxWorkers: 2,
      projects: isLong
        ? [project("long", 0, [...long, ...sampled], [], { fileParallelism: false })]
        : [
            project("side by side", 0, ["test/**/*.test.ts"], [...alone, ...servers]),
            project("servers", 1, servers, alone),
            project("one at a time", 2, alone, [], { fileParallelism: false }),
          ],
    },
  };
});
