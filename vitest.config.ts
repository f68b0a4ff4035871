import { defineConfig } from "vitest/config";

export default defineConfig({
  // graphql 16 has two builds; vite would hand us the .mjs one and the libraries the .js one.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/neo4j.ts"],
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
});
