// Lints every .cypher file offline with Neo4j's own parser and semantic checks. Faults are printed with file, line and
// column, and the exit code is 1. In question files a parameter must have a :param line; in other files every used
// parameter counts as declared.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

// The ESM build imports files without file extensions, which Node cannot resolve. The CommonJS build works.
const { lintCypherQuery } = createRequire(import.meta.url)("@neo4j-cypher/language-support");

const root = new URL("../cypher/", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".cypher"),
);
let faults = 0;

for (const file of files.sort()) {
  const source = readFileSync(new URL(file, root), "utf8");
  // The :param lines become empty lines, so that line numbers do not change.
  const text = source.replace(/^:param .*$/gm, "");
  const declared = [...source.matchAll(/^:param (\w+) => .*;$/gm)].map(([, name]) => name);
  const used = [...text.matchAll(/\$(\w+)/g)].map(([, name]) => name);
  const names = file.startsWith("question") ? declared : used;
  const parameters = Object.fromEntries(names.map((name) => [name, null]));
  for (const statement of file === "schema.cypher" ? text.split(/;\s*\n/) : [text]) {
    if (statement.replace(/^\s*\/\/.*$/gm, "").trim() === "") continue;
    for (const { message, range } of lintCypherQuery(statement, { parameters })) {
      faults++;
      console.error(
        `cypher/${file}:${range.start.line + 1}:${range.start.character + 1}: CYPHER: ${message}`,
      );
    }
  }
}
if (files.length === 0) throw new Error("cypher/: expected .cypher files, got none");
console.error(`${files.length} Cypher files, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
