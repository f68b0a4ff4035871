import { expect } from "vitest";
import { ask } from "./serving.js";

/** An id that the server makes for a request. */
export const uuid = /^[0-9a-f-]{36}$/;

/** The only error of a body; checks that the body is nothing but errors, in our shape. */
export function onlyError(body: string): { message: string; code: unknown } {
  const { errors, ...rest } = JSON.parse(body) as {
    errors: { message: string; extensions: Record<string, unknown> }[];
  };
  expect(rest).toEqual({});
  expect(errors).toHaveLength(1);
  const [{ message, extensions } = { message: "", extensions: {} }] = errors;
  expect(extensions.requestId).toMatch(uuid);
  return { message, code: extensions.code };
}

/** Asks and gives the only error, whose answer must be small. */
export async function refusal(url: string, query: string, variables?: unknown) {
  const start = performance.now();
  const { status, errors, data, text } = await ask(url, query, { variables });
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  expect(Buffer.byteLength(text)).toBeLessThan(10_000);
  const { requestId, ...extensions } = errors?.[0]?.extensions ?? {};
  return { status, message: errors?.[0]?.message, extensions, ms: performance.now() - start };
}
