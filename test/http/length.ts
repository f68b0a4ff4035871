/** Whether the long tests run in their full lengths (`npm run chaos`, `npm run soak`), which takes hours. */
export const isFull = process.env.GOVGRAPH_TEST_FULL === "1";

/** A count of a long test: that of `npm run test:long`, or the full one. */
export function lengthOf(minutes: number, full: number): number {
  return isFull ? full : minutes;
}
