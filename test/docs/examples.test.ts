import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { govgraph } from "../cli/govgraph.js";
import { runCypher } from "../cypher.js";
import { Asker } from "../graph.js";
import { type Serving, serve } from "../http/serving.js";
import { type Block, compare, documentedServer, documents, examples, read, rootFolder } from "./documents.js";

const run = promisify(execFile);

/** Addresses of the server in the documents, in links and in code, without placeholders such as PORT or … */
const addresses = [
  ...new Set(
    documents.flatMap((path) =>
      [...read(path).matchAll(/http:\/\/127\.0\.0\.1:4000(\/[^\s)"'`\]>…]*)/g)].map(
        ([, address = ""]) => address,
      ),
    ),
  ),
];

const json = (block: Block | undefined) => {
  expect(block?.language, "the answer in a json block behind it").toBe("json");
  return JSON.parse(block?.text ?? "");
};

describe("the examples of the documents", () => {
  let asker: Asker;
  let serving: Serving;
  beforeAll(async () => {
    asker = await Asker.open();
    serving = await serve({ schema: asker.schema, pages: `${rootFolder}web-dist` });
  });
  afterAll(async () => {
    await serving.stop();
    await asker.graph.close();
  });

  it.each(examples("graphql"))("GraphQL at $place", async ({ text, next }) => {
    compare((await asker.ask(text)).result, json(next));
  });

  it.each(examples("cypher"))("Cypher at $place", async ({ text, next }) => {
    compare(await runCypher(asker.graph, text), json(next));
  });

  it.each(examples("http"))("address at $place", async ({ text, next }) => {
    expect(next?.language, "the answer in a block behind it").toBe("csv");
    const response = await fetch(`${serving.url}${text.trim().replace(/^GET /, "")}`);
    expect([response.status, await response.text()]).toEqual([200, next?.text]);
  });

  it.each(examples("console"))("command line at $place", async ({ text }) => {
    const [command = "", ...printed] = text.trimEnd().split("\n");
    expect(command).toMatch(/^\$ (?:npx govgraph|curl) /);
    compare((await output(command.slice(2))).trimEnd().split("\n"), printed);
  });

  /** Runs a command in the checkout, as documents say, because an example can name a file of it. None writes a file. */
  async function output(command: string): Promise<string> {
    if (command.startsWith("curl ")) {
      return (await run("sh", ["-c", command.replaceAll(documentedServer, serving.url)])).stdout;
    }
    const words = command.replace("npx govgraph ", "").split(" ");
    const { code, stdout, stderr } = await govgraph(words, undefined, rootFolder);
    expect([code, code === 0 ? "" : stderr]).toEqual([0, ""]);
    return stdout;
  }

  it.each(addresses)("the server answers %s", async (address) => {
    const { status } = await fetch(serving.url + address);
    // A plain GET without a query is not a GraphQL request.
    expect(status).toBe(address === "/graphql" ? 400 : 200);
  });

  it("has examples of each kind", () => {
    expect(examples("graphql").length).toBeGreaterThan(1);
    expect(examples("http").length).toBeGreaterThan(0);
    expect(examples("cypher").length).toBeGreaterThan(1);
    expect(examples("console").length).toBeGreaterThan(1);
    expect(addresses.length).toBeGreaterThan(2);
  });
});
