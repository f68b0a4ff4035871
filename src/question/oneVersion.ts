import { GraphError } from "../neo4j/error.js";

/** How often work is done again, should there be load after load. */
const mostTries = 4;

/** What work can be judged by. */
export interface Judged {
  /** Whether all that was seen is of one version of the data. @throws GraphError */
  consistent(): Promise<boolean>;
}

/**
 * Does work that only reads until all it saw was of one version of the data; what came of the tries before is
 * dropped, errors too.
 * @param begin a fresh context for each try; the deadline is common to them all
 * @throws GraphError SERVICE_UNAVAILABLE after load upon load, and when the version cannot be found out
 */
export async function atOneVersion<C extends Judged, T>(
  begin: () => C,
  work: (context: C) => Promise<T>,
): Promise<T> {
  for (let left = mostTries; left > 0; left--) {
    const context = begin();
    const result = await work(context);
    if (await context.consistent()) return result;
  }
  throw new GraphError("SERVICE_UNAVAILABLE", "The data are being loaded; try again in a moment.");
}
