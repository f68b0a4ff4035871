import { randomUUID } from "node:crypto";
import { type FormattedExecutionResult, GraphQLError, type GraphQLFormattedError } from "graphql";
import { GraphError } from "../neo4j/error.js";
import { HttpError, retryAfter } from "./httpError.js";

/** HTTP status of a failure that left nothing to answer, the most severe first. */
const statuses: ReadonlyMap<unknown, number> = new Map([
  ["INTERNAL_SERVER_ERROR", 500],
  ["SERVICE_UNAVAILABLE", 503],
  ["NOT_LOADED", 503],
  ["OVERLOADED", 503],
  ["TIMEOUT", 504],
  ["QUERY_TOO_EXPENSIVE", 400],
]);

/** Where the id of the request goes in an error: several clients can receive the same answer. No client can guess it. */
export const requestIdPlaceholder: string = randomUUID();

/** The longest message and name in a path (characters), and the most locations: an error must not echo a large request. */
const maxMessageLength = 500;
const maxNameLength = 200;
const maxLocations = 5;
/** The most bytes of the errors of one answer, apart from the first one. */
const maxErrorBytes = 7_000;

const internalError = {
  message: "GovGraph failed to answer. The cause is in its log, under the requestId.",
  extensions: { code: "INTERNAL_SERVER_ERROR" },
} as const;

/** Returns the error that others were wrapped around. */
export function originOf(error: unknown): unknown {
  let origin = error;
  while (origin instanceof GraphQLError && origin.originalError) origin = origin.originalError;
  return origin;
}

/**
 * Translates an error into one that is safe to show to a client. An error that is neither the client's nor a known
 * failure of Neo4j is masked; its cause is for the log.
 * @param formatted the error as Apollo would send it
 */
export function toClientError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { message, extensions = {} } = translate(formatted, originOf(error));
  const { http, validationErrorCode, ...rest } = extensions;
  return {
    message: shorten(message, maxMessageLength),
    ...(formatted.locations && { locations: formatted.locations.slice(0, maxLocations) }),
    ...(formatted.path && {
      path: formatted.path.map((key) => (typeof key === "string" ? shorten(key, maxNameLength) : key)),
    }),
    extensions: { ...rest, requestId: requestIdPlaceholder },
  };
}

const shorten = (text: string, length: number) => (text.length > length ? `${text.slice(0, length)}…` : text);

/** Leaves out errors that would make an answer large; a last error says how many. */
export function limitErrors(errors: readonly GraphQLFormattedError[]): readonly GraphQLFormattedError[] {
  let bytes = 0;
  const fitting = errors.findIndex((error, index) => {
    bytes += Buffer.byteLength(JSON.stringify(error));
    return index > 0 && bytes > maxErrorBytes;
  });
  if (fitting < 0) return errors;
  const message = `${errors.length - fitting} more fields failed. Select fewer fields to read all errors.`;
  const extensions = { code: "TOO_MANY_ERRORS", requestId: requestIdPlaceholder };
  return [...errors.slice(0, fitting), { message, extensions }];
}

/** Whether an error is an internal one, which is masked for clients and must be logged. */
export function isInternal(error: GraphQLError): boolean {
  const { code = internalError.extensions.code } = error.extensions;
  return translate({ message: error.message, extensions: { code } }, originOf(error)) === internalError;
}

function translate(
  { message, extensions = {} }: GraphQLFormattedError,
  origin: unknown,
): Pick<GraphQLFormattedError, "message" | "extensions"> {
  const { code } = extensions;
  if (origin instanceof GraphError) {
    if (origin.code === "CONFLICT" || origin.code === "INTERNAL_SERVER_ERROR") return internalError;
    return { message: origin.message, extensions: { ...extensions, code: origin.code } };
  }
  if (code !== internalError.extensions.code) return { message, extensions };
  // graphql-js gives no code for a value that validation cannot judge, or where too many variables do not fit.
  if (origin instanceof GraphQLError && /^(Argument "|Too many errors processing variables)/.test(message)) {
    return { message: nameVariable(message), extensions: { ...extensions, code: "BAD_USER_INPUT" } };
  }
  return internalError;
}

/** Names the variable if graphql-js only says that an input object with a missing variable has an invalid value. */
function nameVariable(message: string): string {
  const [, argument, variable] =
    /^Argument "(\w+)" has invalid value \{ ?\w+: \$(\w+) ?\}\.$/.exec(message) ?? [];
  if (argument === undefined) return message;
  return `${argument}: expected a value in the variable $${variable}, got none. Set the variable.`;
}

/**
 * Judges a result as a whole. If nothing could be answered because of the server, it has no data and the status says
 * why; partial data are data.
 * @returns the result; its HTTP status if that is not the usual one; OK or the code of the error that decided
 */
export function judge(result: FormattedExecutionResult): {
  readonly result: FormattedExecutionResult;
  readonly status: number | null;
  readonly outcome: string;
} {
  const { data, errors = [] } = result;
  const codes = errors.map(({ extensions }) => extensions?.code);
  const outcome = String(codes[0] ?? (errors.length > 0 ? internalError.extensions.code : "OK"));
  const failed = new Set(errors.map(({ path }) => path?.[0]));
  const answered = Object.entries(data ?? {}).some(([key, value]) => value !== null || !failed.has(key));
  if (errors.length === 0 || answered) return { result, status: null, outcome };
  for (const [code, status] of statuses) {
    if (!codes.includes(code)) continue;
    return {
      result: data === undefined ? result : { ...result, data: null },
      status,
      outcome: String(code),
    };
  }
  return { result, status: data === null ? 400 : null, outcome };
}

/** The error for a request that is answered completely or not at all: the most severe one of a result. */
export function failureOf(errors: readonly GraphQLFormattedError[]): HttpError {
  const codes = errors.map(({ extensions }) => extensions?.code);
  const severe = [...statuses.keys()].find((code) => codes.includes(code as string)) ?? codes[0];
  const chosen: GraphQLFormattedError =
    errors.find(({ extensions }) => extensions?.code === severe) ?? internalError;
  const { message, extensions } = chosen;
  const { code, requestId, ...details } = extensions ?? {};
  const status = statuses.get(code) ?? 400;
  return new HttpError(status, String(code), message, {
    extensions: details,
    ...(status === 503 && { headers: retryAfter }),
  });
}

/** The error for a request that failed as a whole because of Neo4j. */
export function httpErrorOf({ code, message }: GraphError): HttpError {
  const status = statuses.get(code) ?? 500;
  if (status === 500) return new HttpError(500, internalError.extensions.code, internalError.message);
  return new HttpError(status, code, message, status === 503 ? { headers: retryAfter } : {});
}
