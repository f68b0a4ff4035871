// Writes schema/schema.graphql from the built schema. With --check it only compares, and exits with code 1 if it is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { buildSchema, printSDL } from "../dist/schema/schema.js";

const file = new URL("../schema/schema.graphql", import.meta.url);
const sdl = printSDL(await buildSchema());
if (process.argv.includes("--check")) {
  if (readFileSync(file, "utf8") !== sdl) {
    console.error(
      "schema/schema.graphql: expected the current SDL, got a stale file. Run npm run gen:schema and check the difference.",
    );
    process.exit(1);
  }
} else {
  writeFileSync(file, sdl);
}
