// Writes schema/schema.graphql from the built schema; with --check it only compares and exits 1 on a difference.
import { readFileSync, writeFileSync } from "node:fs";
import { buildSchema, printSDL } from "../dist/schema/schema.js";

const file = new URL("../schema/schema.graphql", import.meta.url);
const sdl = printSDL(await buildSchema());
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== sdl) {
    console.error("schema/schema.graphql is stale: run npm run gen:schema and look at the difference");
    process.exit(1);
  }
} else {
  writeFileSync(file, sdl);
}
