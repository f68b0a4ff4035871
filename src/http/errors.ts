import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import { GraphError } from "../neo4j/error.js";
import { recursiveSelections } from "./limits/constants.js";
import { excess } from "./limits/error.js";

/** HTTP status of a failure that left nothing to answer, the gravest first. */
const statuses: ReadonlyMap<unknown, number> = new Map([
  ["INTERNAL_SERVER_ERROR", 500],
  ["SERVICE_UNAVAILABLE", 503],
  ["NOT_LOADED", 503],
  ["TIMEOUT", 504],
  ["QUERY_TOO_EXPENSIVE", 400],
]);

/** The longest message and the most places in the document that one error tells: it must not echo what was sent. */
const longestMessage = 500;
const mostLocations = 5;

/** What went wrong in the end: the error that others were wrapped around. */
export function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}

/**
 * Puts an error into the words that a client may read. What is no fault of the client's and no failure that
 * we have words for is masked; its cause is for the log.
 * @param formatted the error as it would be sent
 */
export function toClientError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, extensions } = tell(formatted, originOf(error));
  const { http, validationErrorCode, ...rest } = extensions;
  const cut = message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
  return {
    message: cut,
    ...(formatted.locations && { locations: formatted.locations.slice(0, mostLocations) }),
    ...(formatted.path && { path: formatted.path }),
    extensions: rest,
  };
}

/** Whether an error is a fault of ours, which is masked and must be logged. */
export function isFault(error: GraphQLError): boolean {
  const { code = "INTERNAL_SERVER_ERROR" } = error.extensions;
  return (
    tell({ message: error.message, extensions: { code } }, originOf(error)).extensions.code === masked.code
  );
}

const masked = { code: "INTERNAL_SERVER_ERROR" } as const;

interface Told {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

function tell({ message, extensions = {} }: GraphQLFormattedError, origin: unknown): Told {
  const { code } = extensions;
  if (origin instanceof GraphError) {
    if (origin.code === "CONFLICT" || origin.code === masked.code) return fault();
    return { message: origin.message, extensions: { ...extensions, code: origin.code } };
  }
  if (origin instanceof RangeError && code === "GRAPHQL_PARSE_FAILED") {
    return {
      message: "The document is nested too deeply to be read.",
      extensions: { ...extensions, code: "QUERY_TOO_DEEP" },
    };
  }
  const tokens = /^Syntax Error: Document contains more tha[nt] (\d+) tokens/.exec(message)?.[1];
  if (tokens !== undefined && code === "GRAPHQL_PARSE_FAILED")
    return excess("TOO_MANY_TOKENS", null, Number(tokens));
  if (extensions.validationErrorCode === "MAX_RECURSIVE_SELECTIONS_EXCEEDED") {
    return excess("TOO_MANY_SELECTIONS", null, recursiveSelections);
  }
  // Apollo gives an error of a validation rule its own code; ours stays with the error that the rule made.
  if (origin instanceof GraphQLError && typeof origin.extensions.code === "string") {
    return { message, extensions: { ...extensions, code: origin.extensions.code } };
  }
  if (code !== masked.code) return { message, extensions };
  // A literal or a variable that no rule could judge before: graphql-js tells it of the argument, without a code.
  if (origin instanceof GraphQLError && message.startsWith('Argument "')) {
    return { message, extensions: { ...extensions, code: "BAD_USER_INPUT" } };
  }
  return fault();
}

function fault(): Told {
  return {
    message: "GovGraph failed to answer. The cause is in its log, under the requestId.",
    extensions: masked,
  };
}

/**
 * Judges an answer as a whole. When nothing of it could be answered because of the server, it has no data and the
 * status says why; partial data is data.
 * @returns the answer, and its HTTP status where that is not the usual one
 */
export function settle(result: FormattedExecutionResult): {
  readonly result: FormattedExecutionResult;
  readonly status: number | null;
} {
  const { data, errors = [] } = result;
  if (errors.length === 0) return { result, status: null };
  const failed = new Set(errors.map(({ path }) => path?.[0]));
  const empty =
    data === null ||
    data === undefined ||
    Object.entries(data).every(([key, value]) => value === null && failed.has(key));
  if (!empty) return { result, status: null };
  const codes = new Set(errors.map(({ extensions }) => extensions?.code));
  for (const [code, status] of statuses) {
    if (codes.has(code)) return { result: data === undefined ? result : { ...result, data: null }, status };
  }
  return { result, status: data === null ? 400 : null };
}
