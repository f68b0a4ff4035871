import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSchema } from "../../src/schema/schema.js";
import { Asker } from "../graph.js";
import { Random } from "../http/random.js";
import { seed } from "../long.js";
import { allCases, type Case, exampleCases, nameOf } from "./cases.js";
import { ask, checkShown } from "./check.js";
import { unshown } from "./shown.js";

const schema = await buildSchema();
const named = (cases: readonly Case[]) => cases.map((one) => [nameOf(one), one] as const);

/** Number of cases from the product of questions, levels and editions; answers.long.test.ts has all of them. */
const sampleSize = 12;
const all = allCases(schema);
const random = new Random(seed);
const sample = Array.from({ length: sampleSize }, () => all[random.below(all.length)] as Case);

describe("what an answer says is in its table, in every format", () => {
  let asker: Asker;
  beforeAll(async () => {
    asker = await Asker.open();
  });
  afterAll(() => asker.graph.close());

  it.each(named(exampleCases(schema)))("%s", async (_, one) => {
    await checkShown(asker, one);
  });

  it.each(named(sample))(`seed ${seed}: %s`, async (_, one) => {
    await checkShown(asker, one);
  });

  it("notices a list that a row does not show", async () => {
    const question = schema.getQueryType()?.getFields().leaders;
    if (question === undefined) throw new Error("no question leaders");
    const answer = await ask(asker, { question, texts: { level: ["city"], atLeast: ["5"] } });
    const [row] = (answer as { leaders: Record<string, unknown>[] }).leaders;
    const type = schema.getType("Leader") as never;
    const faults = unshown({ dimensions: row?.dimensions }, type, { dimensions: "", dimensionsCount: 5 });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["dimensions"]);
  });
});
