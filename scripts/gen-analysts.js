// Writes the table of question files in docs/analysts.md, from the first two lines of each file. A test compares them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";

const root = new URL("../", import.meta.url);
const page = new URL("docs/analysts.md", root);
const rows = readdirSync(new URL("cypher/question/", root), { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".cypher"))
  .sort()
  .map((file) => {
    const [english, chinese] = readFileSync(new URL(`cypher/question/${file}`, root), "utf8")
      .split("\n")
      .map((line) => line.slice(3));
    return `| [${basename(file, ".cypher")}](../cypher/question/${file}) | ${english} | ${chinese} |`;
  });
const text = readFileSync(page, "utf8");
const table = /^(?:\| \[.*\n)+/m;
if (!table.test(text)) throw new Error("docs/analysts.md: expected a table of question files, got none");
writeFileSync(page, text.replace(table, `${rows.join("\n")}\n`));
