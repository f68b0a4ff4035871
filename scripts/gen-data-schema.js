// Writes data/*.schema.json from the zod schemas and the tables of the data. With --check it only compares, and exits
// with code 1 if a file is stale.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readDataset } from "../dist/data/dataset.js";
import { jsonSchemas } from "../dist/data/jsonSchema.js";

const folder = new URL("../data/", import.meta.url);
const read = (file) => {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
};

const stale = [];
for (const [name, text] of Object.entries(jsonSchemas(readDataset(fileURLToPath(folder))))) {
  const file = new URL(name, folder);
  if (read(file) === text) continue;
  if (process.argv.includes("--check")) stale.push(`data/${name}`);
  else writeFileSync(file, text);
}
if (stale.length > 0) {
  console.error(
    `${stale.join(", ")}: expected the current JSON Schemas, got stale files. Run npm run gen:schema and check the difference.`,
  );
  process.exit(1);
}
