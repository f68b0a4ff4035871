/** What went wrong between us and Neo4j, in the few ways that matter to whoever asked. */
export type GraphFailure =
  /** Neo4j cannot be reached, refuses us, or is busy; trying again later may help. */
  | "SERVICE_UNAVAILABLE"
  /** The deadline passed; the statement was ended. */
  | "TIMEOUT"
  /** The statement needed more memory than Neo4j allows. */
  | "QUERY_TOO_EXPENSIVE"
  /** Two writers met, or the graph holds what a constraint forbids. */
  | "CONFLICT"
  /** The database is there but has not our graph. */
  | "NOT_LOADED"
  /** A fault of ours. */
  | "INTERNAL_SERVER_ERROR";

/**
 * A failure of the graph. `message` may be shown to anyone: it names no host and no statement. What Neo4j itself
 * said is in `cause`, for the log alone.
 */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly code: GraphFailure;
  constructor(code: GraphFailure, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

const deadline = /^Neo\.ClientError\.Transaction\.TransactionTimedOut/;
const memory = /TransactionMemoryLimit|MemoryPoolOutOfMemoryError|TransactionOutOfMemory/;

/** What a full-text search says for want of its index; the code is that of any failure within a procedure. */
const noIndex = /There is no such fulltext schema index/;

/**
 * Puts an error of the driver into our words. Codes as listed by the Neo4j manual; a pool that gives no connection
 * has no code of its own, only its message tells.
 */
export function toGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const fail = (failure: GraphFailure, words: string) => new GraphError(failure, words, { cause: error });
  if (deadline.test(code)) return fail("TIMEOUT", "The question took longer than it may and was ended.");
  if (memory.test(code))
    return fail("QUERY_TOO_EXPENSIVE", "The question needs more memory than Neo4j allows.");
  if (code === "Neo.ClientError.Schema.ConstraintValidationFailed")
    return fail("CONFLICT", "A constraint of the graph was violated; nothing was written.");
  if (code.startsWith("Neo.ClientError.Security."))
    return fail("SERVICE_UNAVAILABLE", "Neo4j refused the user name or the password.");
  if (code === "Neo.ClientError.Database.DatabaseNotFound")
    return fail("SERVICE_UNAVAILABLE", "Neo4j has no database of that name.");
  if (noIndex.test(message))
    return fail("NOT_LOADED", "The graph has not all of its indexes. Run: govgraph load");
  if (
    code === "ServiceUnavailable" ||
    code === "SessionExpired" ||
    code.startsWith("Neo.TransientError.") ||
    code === "Neo.ClientError.Transaction.Terminated" ||
    code === "Neo.ClientError.Cluster.NotALeader" ||
    code === "Neo.DatabaseError.Database.DatabaseLimitReached" ||
    /acquisition timed out|Connection was closed|Pool is closed|connection.*(closed|lost|terminated)/i.test(
      message,
    )
  )
    return fail("SERVICE_UNAVAILABLE", "Neo4j cannot be reached at the moment.");
  return fail("INTERNAL_SERVER_ERROR", "The graph could not answer because of a fault of GovGraph.");
}
