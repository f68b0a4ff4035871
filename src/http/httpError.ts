/**
 * A request that is refused, or that failed as a whole. `message` is for the client: it says what was expected, what
 * was found and what to do.
 */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Further extensions of the error, such as the limit that was exceeded. */
  readonly extensions: Readonly<Record<string, unknown>>;
  constructor(
    status: number,
    code: string,
    message: string,
    {
      headers = {},
      extensions = {},
    }: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly extensions?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
    this.extensions = extensions;
  }
}

/** When a refused client can try again (seconds), as a header. */
export const retryAfter = { "retry-after": "2" } as const;

/** The error for a request that would be too much for the server now. */
export function overloaded(reason: string): HttpError {
  return new HttpError(503, "OVERLOADED", `${reason} Try again in a moment.`, { headers: retryAfter });
}

/** The error for a request that ended because its client went away or the server stops. */
export function cancelled(): HttpError {
  const message = "The server is stopping. Send the request again.";
  return new HttpError(503, "SERVICE_UNAVAILABLE", message, { headers: retryAfter });
}

/** The error for an address that names nothing. @param near the names that it can mean */
export function notFound(message: string, near: readonly string[] = []): HttpError {
  return new HttpError(404, "NOT_FOUND", message, { extensions: near.length > 0 ? { nearest: near } : {} });
}

/** The body of an answer that consists of one error, in the shape of GraphQL. */
export function errorBody(
  code: string,
  message: string,
  requestId: string,
  extensions: Readonly<Record<string, unknown>> = {},
): string {
  return `${JSON.stringify({ errors: [{ message, extensions: { code, ...extensions, requestId } }] })}\n`;
}
