import { defineConfig } from "vitest/config";

/** Tests that write to the shared Neo4j or start processes of their own: after the others, one file at a time. */
const alone = ["load", "cli", "neo4j/managed", "web", "package", "http", "bench"].map(
  (room) => `test/${room}/**/*.test.ts`,
);

const shared = {
  // graphql 16 has two builds; vite would hand us the .mjs one and the libraries the .js one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
};
const limits = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ["test/neo4j.ts"],
    projects: [
      {
        ...shared,
        test: {
          name: "side by side",
          include: ["test/**/*.test.ts"],
          exclude: alone,
          // Files of a worker share what they import, which takes as long as the tests themselves; none changes it.
          isolate: false,
          sequence: { groupOrder: 0 },
          ...limits,
        },
      },
      {
        ...shared,
        test: {
          name: "one at a time",
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          ...limits,
        },
      },
    ],
  },
});
