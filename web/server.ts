/** Address of the API: next to the page, whatever the host and the path before it. */
export const endpoint = new URL("graphql", document.baseURI).href;

/** The header that makes the server add the Cypher behind an answer to its extensions. */
export const EXPLAIN = { name: "govgraph-explain", value: "cypher" } as const;

/** A GraphQL answer, made by this page or by the server. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
  readonly extensions?: Record<string, unknown>;
}

/** A GraphQL request as GraphiQL puts it. */
export interface Request {
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: string | null | undefined;
}

/** The server could not be reached, or what answered is no GraphQL server. The message says what to do. */
export class Unreachable extends Error {
  override readonly name = "Unreachable";
}

/**
 * Posts a request to the API.
 * @param headers added to those that every request has
 * @returns the answer, with its GraphQL errors if it has any
 * @throws Unreachable
 */
export async function post(request: Request, headers: Record<string, string> = {}): Promise<Answer> {
  let response: Response;
  let body: string;
  try {
    response = await fetch(endpoint, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json", ...headers },
      body: JSON.stringify(request),
    });
    body = await response.text();
  } catch {
    throw new Unreachable(
      `The server at ${endpoint} cannot be reached. If you started it, see whether it still runs (npm start, or govgraph serve), then try again. 无法连接服务器，请确认服务仍在运行后重试。`,
    );
  }
  try {
    return JSON.parse(body) as Answer;
  } catch {
    const kind = response.headers.get("content-type") ?? "no content type";
    throw new Unreachable(
      `Expected a GraphQL answer from ${endpoint}, got HTTP ${response.status} with ${kind}. Something other than GovGraph answers there, such as a proxy. 该地址返回的不是 GraphQL 响应。`,
    );
  }
}
