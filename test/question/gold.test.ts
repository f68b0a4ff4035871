import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Asker } from "../graph.js";

const folder = new URL("./", import.meta.url);
const stems = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".graphql"))
  .map((file) => file.replace(/\.graphql$/, ""));
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");

/** Answers worked out by hand from the report; nothing writes these files. */
describe("the answer to each question is the one worked out by hand", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(stems)("%s", async (stem) => {
    const { result } = await asker.ask(read(`${stem}.graphql`));
    expect(result).toEqual(JSON.parse(read(`${stem}.json`)));
  });
});
