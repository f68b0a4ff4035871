import { GraphError } from "../neo4j/error.js";

/** The context of an attempt to answer. */
export interface ConsistentContext {
  /** Returns whether everything that was read is from one load. @throws GraphError */
  isConsistent(): Promise<boolean>;
}

/**
 * Answers a request from one load of the data. If data are loaded meanwhile, it answers once more with a new context.
 * @param begin returns the context of an attempt; both attempts share a deadline
 * @throws GraphError SERVICE_UNAVAILABLE if data are loaded during the second attempt too, or if Neo4j does not answer
 */
export async function answerConsistently<C extends ConsistentContext, T>(
  begin: () => C,
  answer: (context: C) => Promise<T>,
): Promise<T> {
  for (let attempt = 0; attempt < 2; attempt++) {
    const context = begin();
    const result = await answer(context);
    if (await context.isConsistent()) return result;
  }
  throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
}
