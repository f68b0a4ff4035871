/** Whether the tests run in full length (GOVGRAPH_TEST_LONG=1). Otherwise, generated cases are a small, fixed sample. */
export const isLong = process.env.GOVGRAPH_TEST_LONG === "1";

/** Whether the long tests run in their full lengths (`npm run chaos`, `npm run soak`), which takes hours. */
export const isFull = process.env.GOVGRAPH_TEST_FULL === "1";

/** A count of a long test: that of `npm run test:long`, or the full one. */
export function lengthOf(minutes: number, full: number): number {
  return isFull ? full : minutes;
}

/** The seed of generated cases: GOVGRAPH_TEST_SEED if set, else a new one in each long run and a fixed one otherwise. */
export const seed = Number(process.env.GOVGRAPH_TEST_SEED ?? (isLong ? Date.now() % 2 ** 31 : 2022));
