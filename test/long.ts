/** Whether the tests run in full length (GOVGRAPH_TEST_LONG=1). Otherwise, generated cases are a small, fixed sample. */
export const isLong = process.env.GOVGRAPH_TEST_LONG === "1";

/** The seed of generated cases: GOVGRAPH_TEST_SEED if set, else a new one in each long run and a fixed one otherwise. */
export const seed = Number(process.env.GOVGRAPH_TEST_SEED ?? (isLong ? Date.now() % 2 ** 31 : 2022));
