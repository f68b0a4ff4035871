import { GraphError } from "../neo4j/error.js";

/** The context of one attempt to answer. */
export interface ConsistentContext {
  /** Returns whether all that was read is of one load. @throws GraphError */
  isConsistent(): Promise<boolean>;
}

/**
 * Answers a request from one load of the data: if data are loaded meanwhile, once more with a new context.
 * @param begin makes the context of an attempt; the deadline is common to both attempts
 * @throws GraphError SERVICE_UNAVAILABLE if data are loaded during the second attempt too, or Neo4j does not answer
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
