/**
 * A request that the HTTP layer turns down before a question is asked. `message` is for the client: it names what
 * was found, what is allowed and the way out.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  readonly code: string;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** The body of an answer that is nothing but one error, in the shape of GraphQL. */
export function errorBody(code: string, message: string, requestId: string): string {
  return `${JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] })}\n`;
}

/** What a refused client may do later: seconds to wait, as the header says it. */
export const retryAfter = { "retry-after": "2" } as const;
