import { TypeMismatch } from "./type.js";

/** What can go wrong with Neo4j, in the few ways that matter to a client. */
export type GraphErrorCode =
  /** Neo4j cannot be reached, refuses the log-on, or is busy; a later request can succeed. */
  | "SERVICE_UNAVAILABLE"
  /** The deadline passed; the statement was ended. */
  | "TIMEOUT"
  /** The statement needed more memory than Neo4j allows. */
  | "QUERY_TOO_EXPENSIVE"
  /** Two writers met, or the graph holds what a constraint forbids. */
  | "CONFLICT"
  /** The database can be reached but does not hold GovGraph's graph. */
  | "NOT_LOADED"
  | "INTERNAL_SERVER_ERROR";

/**
 * A failure of the graph. `message` is safe to show to any client: it names no host and no statement. The words of
 * Neo4j itself are in `cause`, for the log alone.
 */
export class GraphError extends Error {
  override readonly name = "GraphError";
  readonly code: GraphErrorCode;
  constructor(code: GraphErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The deadline passed. */
export function timedOut(cause?: unknown): GraphError {
  return new GraphError("TIMEOUT", late, { cause });
}

/** The client went away, or the server is stopping; only a client of a stopping server can see the message. */
export function cancelled(): GraphError {
  return new GraphError("SERVICE_UNAVAILABLE", "The server is stopping. Send the request again.");
}

/** Neo4j answered, but not as the statement says. */
export function internalError(cause: unknown): GraphError {
  return new GraphError("INTERNAL_SERVER_ERROR", internal, { cause });
}

/** Whether an error of the driver says that a connection broke, so that another one can succeed. */
export function isConnectionLost(error: unknown): boolean {
  const { code } = error as { code?: string };
  return code === "ServiceUnavailable" || code === "SessionExpired";
}

/** Whether Neo4j refused the user name or the password. */
export function isLogOnRefused(error: unknown): boolean {
  const { code = "", cause } = error as { code?: string; cause?: unknown };
  return code.startsWith("Neo.ClientError.Security.") || (cause instanceof Error && isLogOnRefused(cause));
}

const late = "The question exceeded its time limit and was stopped. Ask for less, or try again later.";
const unavailable = "Neo4j cannot be reached at the moment.";
const busy = "Neo4j is busy or cannot be reached. Try again in a moment.";
const internal = "The graph could not answer because of an internal error of GovGraph.";

/** The failures that Neo4j's status codes stand for; codes as listed by the Neo4j manual. The first match counts. */
const byCode: readonly (readonly [RegExp, GraphErrorCode, string])[] = [
  [/^Neo\.ClientError\.Transaction\.TransactionTimedOut/, "TIMEOUT", late],
  [
    /TransactionMemoryLimit|MemoryPoolOutOfMemoryError|TransactionOutOfMemory/,
    "QUERY_TOO_EXPENSIVE",
    "The question needs more memory than Neo4j allows.",
  ],
  [
    /^Neo\.ClientError\.Schema\.ConstraintValidationFailed$/,
    "CONFLICT",
    "A constraint of the graph was violated; nothing was written.",
  ],
  [/^Neo\.ClientError\.Security\./, "SERVICE_UNAVAILABLE", "Neo4j refused the user name or the password."],
  [
    /^Neo\.ClientError\.Database\.DatabaseNotFound$/,
    "SERVICE_UNAVAILABLE",
    "Neo4j has no database of that name.",
  ],
  [/^Neo\.TransientError\./, "SERVICE_UNAVAILABLE", unavailable],
  [/^Neo\.ClientError\.Transaction\.Terminated$/, "SERVICE_UNAVAILABLE", unavailable],
  [/^Neo\.ClientError\.Cluster\.NotALeader$/, "SERVICE_UNAVAILABLE", unavailable],
  [/^Neo\.DatabaseError\.Database\.DatabaseLimitReached$/, "SERVICE_UNAVAILABLE", unavailable],
];

/**
 * Translates an error of the driver. An error without a status code of Neo4j comes from the connection: a refused or
 * broken socket, an exhausted pool, a handshake that is cut short or is not Bolt at all.
 */
export function toGraphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const { code = "", message = "" } = error as { code?: string; message?: string };
  const fail = (failure: GraphErrorCode, words: string) => new GraphError(failure, words, { cause: error });
  if (error instanceof TypeMismatch) return internalError(error);
  if (/^Connection acquisition timed out/.test(message)) return fail("SERVICE_UNAVAILABLE", busy);
  if (!code.startsWith("Neo.")) return fail("SERVICE_UNAVAILABLE", unavailable);
  const [, failure, words] = byCode.find(([pattern]) => pattern.test(code)) ?? [];
  return fail(failure ?? "INTERNAL_SERVER_ERROR", words ?? internal);
}
