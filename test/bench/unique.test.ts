import { readFileSync } from "node:fs";
import { buildSchema, parse, validate } from "graphql";
import { expect, it } from "vitest";
import { randomFrom } from "../../bench/random.js";
import { uniqueRequests } from "../../bench/unique.js";

const schema = buildSchema(readFileSync(new URL("../../schema/schema.graphql", import.meta.url), "utf8"));

it("the soak's requests are valid, each another, and of several kinds", () => {
  const requests = uniqueRequests(randomFrom(1));
  const bodies = Array.from({ length: 500 }, () => requests.next().value);
  const faults = bodies.flatMap(({ query }) => validate(schema, parse(query)).map(({ message }) => message));
  expect(faults).toEqual([]);
  expect(new Set(bodies.map(({ query }) => query)).size).toBe(500);
  const fields = new Set(bodies.map(({ query }) => /: (\w+)\(/.exec(query)?.[1]));
  expect([...fields].sort()).toEqual(["leaders", "leadershipMatrix", "region", "regions", "search"]);
});
