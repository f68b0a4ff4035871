import type { FastifyRequest } from "fastify";

/** Whether the parameters of a request are in its URL. */
export const isGet = ({ method }: { readonly method: string }) => method === "GET" || method === "HEAD";

/** The parameters of a GraphQL request, unchecked. */
interface RequestParameters {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** Where the parameters of a request are: in its URL or in its body. */
type Located = Pick<FastifyRequest, "method" | "url" | "body">;

/** The document of a request; null if it has none that is a text. */
export function queryOf(request: Located): string | null {
  const query = parametersOf(request)?.query;
  return typeof query === "string" ? query : null;
}

/**
 * Returns a text that is equal for requests with the same answer, whether they come by POST or by GET.
 * @returns null for a request that must be executed each time: it has no document, or it asks for the Cypher behind its
 *   answer
 */
export function requestKey(request: FastifyRequest): string | null {
  const { headers } = request;
  if (headers["govgraph-explain"] !== undefined) return null;
  const parameters = parametersOf(request);
  if (parameters === null || typeof parameters.query !== "string") return null;
  const { query, operationName = null, variables = null, extensions = null } = parameters;
  try {
    return JSON.stringify([query, operationName, variables, extensions, headers.accept ?? null]);
  } catch {
    // JSON can be nested more deeply than it can be written.
    return null;
  }
}

function parametersOf({ method, url, body }: Located): RequestParameters | null {
  if (isGet({ method })) return parametersInUrl(url);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : null;
}

const names = ["query", "operationName", "variables", "extensions"] as const;

/** Null for parameters that cannot be read or are given twice; Apollo reports them. */
function parametersInUrl(url: string): RequestParameters | null {
  const start = url.indexOf("?");
  if (start < 0 || url.includes("#")) return null;
  const search = new URLSearchParams(url.slice(start));
  if (names.some((name) => search.getAll(name).length > 1)) return null;
  try {
    return {
      query: search.get("query"),
      operationName: search.get("operationName"),
      variables: JSON.parse(search.get("variables") ?? "null"),
      extensions: JSON.parse(search.get("extensions") ?? "null"),
    };
  } catch {
    return null;
  }
}
