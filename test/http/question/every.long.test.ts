import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../../src/schema/schema.js";
import { ask, type Serving, serveLoaded } from "../serving.js";
import { addressOf, examples, forms } from "./addresses.js";

const schema = await buildSchema();
let serving: Serving;
beforeAll(async () => {
  serving = await serveLoaded({ schema });
});
afterAll(() => serving.stop());

const read = async (path: string) => {
  const response = await fetch(serving.url + path);
  const text = await response.text();
  expect([path, response.status, response.status === 200 ? "" : text]).toEqual([path, 200, ""]);
  return text;
};

describe.each(examples(schema))("$question.name", ({ question: { name }, texts }) => {
  it("answers in every form", async () => {
    for (const form of forms) expect((await read(addressOf(name, form, texts))).length).toBeGreaterThan(0);
    const page = await read(addressOf(name, "", texts));
    expect(page).toContain("<table>");
    expect(page).not.toMatch(/<script|style=|undefined|\[object/);
  });

  it("has a GraphQL request that gives its JSON", async () => {
    const paged = schema
      .getQueryType()
      ?.getFields()
      [name]?.args.some((argument) => argument.name === "after");
    const given = paged ? { ...texts, first: ["5"] } : texts;
    const { data } = await ask(serving.url, await read(addressOf(name, ".graphql", given)));
    expect(JSON.parse(await read(addressOf(name, ".json", given)))).toEqual(data[name]);
  });
});
