import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AskItself } from "../../src/http/preparation.js";
import { rehearsals } from "../../src/question/rehearsal.js";
import { buildSchema } from "../../src/schema/schema.js";
import { loadedGraph } from "../graph.js";
import { ask, type Serving, serve, until } from "./serving.js";

/** A server that prepares until it is told that this is enough. */
let serving: Serving;
let askItself: AskItself;
let enough: () => void;
beforeAll(async () => {
  await (await loadedGraph()).close();
  serving = await serve({
    schema: await buildSchema(),
    prepare(asking) {
      askItself = asking;
      return new Promise((resolve) => {
        enough = resolve;
      });
    },
  });
});
afterAll(() => serving.stop());

const readiness = async () => {
  const response = await fetch(`${serving.url}/readyz`);
  const { checks } = (await response.json()) as { checks: { preparation: { ok: boolean } } };
  return { status: response.status, prepared: checks.preparation.ok };
};
const lines = () => serving.log.filter(({ msg }) => msg === "request");

describe.sequential("a server that prepares", () => {
  it("answers questions, but says that it is not ready", async () => {
    expect(await readiness()).toEqual({ status: 503, prepared: false });
    const { data } = await ask(serving.url, "{ leaders(level: CITY, atLeast: 3) { total } }");
    expect(data).toEqual({ leaders: { total: 8 } });
  });

  it("asks itself what nobody asked, and neither logs nor keeps it", async () => {
    const operation = (await rehearsals(serving.graph))[0]?.[0];
    if (operation === undefined) throw new Error("There is nothing to rehearse.");
    const { query, variables } = operation;
    const before = lines().length;
    await askItself(query, variables);
    await askItself("{ nope }", {});
    const answered = await ask(serving.url, query, { variables });
    expect(answered.errors).toBeUndefined();
    await until("the client's request is logged", () => lines().length > before);
    // The answer was worked out for the client, not at hand; the server's own two requests have no line.
    expect(lines().slice(before)).toMatchObject([{ outcome: "OK", statements: expect.any(Number) }]);
    expect(lines()[before]).not.toHaveProperty("kept");
    expect(lines()[before]?.statements).toBeGreaterThan(0);
  });

  it("logs a client that says to be the server itself", async () => {
    const before = lines().length;
    await ask(serving.url, "{ editions { year } }", {
      headers: { "x-forwarded-for": "preparation", forwarded: "for=preparation" },
    });
    await until("the client's request is logged", () => lines().length > before);
  });

  it("is ready when it has prepared", async () => {
    enough();
    await expect.poll(readiness, { timeout: 5_000 }).toEqual({ status: 200, prepared: true });
  });
});
