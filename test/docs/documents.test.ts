import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exitCode } from "../../src/cli/exit.js";
import { settings } from "../../src/config.js";
import { govgraph } from "../cli/govgraph.js";
import { runCypher } from "../cypher.js";
import { Asker } from "../graph.js";
import { type Serving, serve } from "../http/serving.js";

const root = new URL("../../", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), "utf8");
const documents = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].concat(
  readdirSync(new URL("docs/", root), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`),
);

interface Block {
  readonly place: string;
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a document, with the line they begin at. */
function blocksOf(path: string): Block[] {
  const source = read(path);
  return [...source.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ 1: language = "", 2: text = "", index }) => ({
      place: `${path}:${source.slice(0, index).split("\n").length}`,
      language,
      text,
    }),
  );
}

/** Examples with the answer that is printed behind them. */
function examples(language: string): { place: string; text: string; answer: unknown }[] {
  return documents.flatMap((path) => {
    const blocks = blocksOf(path);
    return blocks.flatMap(({ place, text, ...block }, index) => {
      if (block.language !== language) return [];
      const next = blocks[index + 1];
      return [{ place, text, answer: next?.language === "json" ? JSON.parse(next.text) : undefined }];
    });
  });
}

/** Compares with what is printed, where "…" in a list stands for any number of items left out. */
function compare(actual: unknown, printed: unknown): void {
  if (Array.isArray(printed) && printed.includes("…") && Array.isArray(actual)) {
    const gap = printed.indexOf("…");
    const rest = printed.slice(gap + 1);
    expect(actual.length).toBeGreaterThan(printed.length - 1);
    compare(actual.slice(0, gap), printed.slice(0, gap));
    compare(actual.slice(actual.length - rest.length), rest);
  } else if (typeof printed === "object" && printed !== null && !Array.isArray(printed)) {
    expect(Object.keys(actual as object)).toEqual(Object.keys(printed));
    for (const [name, value] of Object.entries(printed))
      compare((actual as Record<string, unknown>)[name], value);
  } else expect(actual).toEqual(printed);
}

describe("the examples of the documents", () => {
  let asker: Asker;
  let serving: Serving;
  beforeAll(async () => {
    asker = await Asker.open();
    serving = await serve({ schema: asker.schema });
  });
  afterAll(async () => {
    await serving.stop();
    await asker.graph.close();
  });

  it.each(examples("graphql"))("GraphQL at $place", async ({ text, answer }) => {
    expect(answer, "an answer in a json block behind it").toBeDefined();
    compare((await asker.ask(text)).result, answer);
  });

  it.each(examples("cypher"))("Cypher at $place", async ({ text, answer }) => {
    expect(answer, "the rows in a json block behind it").toBeDefined();
    compare(await runCypher(asker.graph, text), answer);
  });

  it.each(examples("http"))("address at $place", async ({ place, text }) => {
    const [path = ""] = place.split(":");
    const blocks = blocksOf(path);
    const printed = blocks[blocks.findIndex((block) => block.place === place) + 1];
    expect(printed?.language, "the answer in a block behind it").toBe("csv");
    const response = await fetch(`${serving.url}${text.trim().replace(/^GET /, "")}`);
    expect([response.status, await response.text()]).toEqual([200, printed?.text]);
  });

  const commands = documents.flatMap((path) =>
    blocksOf(path).filter(({ language }) => language === "console"),
  );
  it.each(commands)("command line at $place", async ({ text }) => {
    const [command = "", ...printed] = text.trimEnd().split("\n");
    expect(command).toMatch(/^\$ npx govgraph /);
    // In the checkout, as documents say, since an example may name a file of it; none writes one.
    const words = command.replace("$ npx govgraph ", "").split(" ");
    const { code, stdout } = await govgraph(words, undefined, fileURLToPath(root));
    expect(code).toBe(0);
    compare(stdout.trimEnd().split("\n"), printed);
  });

  it("has examples of each kind", () => {
    expect(examples("graphql").length).toBeGreaterThan(1);
    expect(examples("http").length).toBeGreaterThan(0);
    expect(examples("cypher").length).toBeGreaterThan(1);
    expect(commands.length).toBeGreaterThan(0);
  });
});

describe("what the documents say of the project", () => {
  it("README lists every setting, what it is for and what is allowed", () => {
    const rows = read("README.md").match(/^\| `[A-Z_0-9]+` \| .*$/gm) ?? [];
    expect(rows).toEqual(
      Object.entries(settings).map(
        ([name, { description, allowed }]) => `| \`${name}\` | ${description} | ${allowed} |`,
      ),
    );
  });

  it("README lists the exit codes", () => {
    for (const code of Object.values(exitCode))
      expect(read("README.md")).toMatch(new RegExp(`\\b${code} [a-z]`));
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

  it.each(documents)("every link of %s leads somewhere", (path) => {
    const here = new URL(path, root);
    const links = [...read(path).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, target]) => target as string);
    const broken = links.filter((target) => !/^https?:/.test(target) && !existsSync(new URL(target, here)));
    expect(broken).toEqual([]);
  });

  it.each(documents)("every npm script that %s names exists", (path) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name as string);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
