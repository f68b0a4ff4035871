import { existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { exitCode } from "../../src/cli/exit.js";
import { settings } from "../../src/config.js";
import { documents, read, root } from "./documents.js";

/** Returns the anchors of a document's headings, as GitHub makes them. */
const anchorsOf = (path: string) =>
  [...read(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-"),
  );

const linksOf = (path: string) =>
  [...read(path).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = ""]) => target)
    .filter((target) => !/^https?:/.test(target));

describe("what the documents say of the project", () => {
  it("docs/operate.md lists every setting, what it is for and what is allowed", () => {
    const rows = read("docs/operate.md").match(/^\| `[A-Z_0-9]+` \| [^|]* \| [^|]* \|$/gm) ?? [];
    expect(rows).toEqual(
      Object.entries(settings).map(
        ([name, { description, allowed }]) => `| \`${name}\` | ${description} | ${allowed} |`,
      ),
    );
  });

  it("docs/commands.md lists the exit codes", () => {
    for (const code of Object.values(exitCode))
      expect(read("docs/commands.md")).toMatch(new RegExp(`\\b${code} [a-z]`));
  });

  it("README fits in 150 lines and says how to install and start in a checkout and from npm", () => {
    const readme = read("README.md");
    expect(readme.trimEnd().split("\n").length).toBeLessThanOrEqual(150);
    for (const command of ["npm ci\nnpm start\n", "`npm install govgraph`", "`npx govgraph serve`"])
      expect(readme).toContain(command);
  });

  it("docs/analysts.md lists every question file with its question in both languages", () => {
    const rows = read("docs/analysts.md").match(/^\| \[.*$/gm) ?? [];
    const files = readdirSync(new URL("cypher/question/", root), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".cypher"))
      .sort();
    expect(rows).toEqual(
      files.map((file) => {
        const [english, chinese] = read(`cypher/question/${file}`)
          .split("\n")
          .map((line) => line.slice(3));
        return `| [${basename(file, ".cypher")}](../cypher/question/${file}) | ${english} | ${chinese} |`;
      }),
    );
  });

  it.each(documents)("every link of %s leads to a file and a heading", (path) => {
    const broken = linksOf(path).filter((target) => {
      const url = new URL(target, new URL(path, root));
      const anchor = decodeURIComponent(url.hash.slice(1));
      url.hash = "";
      if (!existsSync(url)) return true;
      const file = url.href.slice(root.href.length);
      return anchor !== "" && !anchorsOf(file).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it.each(documents)("every npm script that %s names exists", (path) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
