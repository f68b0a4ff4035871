import type { FastifyRequest } from "fastify";

/**
 * What a request asks, as a text by which the same question is known again, whether it comes by POST or by GET.
 * Two requests with the same text are answered alike, but for their ids.
 * @returns null for what must be judged anew each time: it is no plain operation, a page of somebody else's may have
 *   sent it, or it wants to know what is run
 */
export function requestKey(request: FastifyRequest): string | null {
  const { headers, method } = request;
  if (headers["govgraph-explain"] !== undefined) return null;
  const params = method === "GET" ? ofSearch(request) : ofBody(request.body);
  if (params === null || typeof params.query !== "string") return null;
  const { query, operationName = null, variables = null, extensions = null } = params;
  try {
    return JSON.stringify([query, operationName, variables, extensions, headers.accept ?? null]);
  } catch {
    // JSON may be nested deeper than it can be written again.
    return null;
  }
}

/** The parts of an operation, unchecked. */
interface Params {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

function ofBody(body: unknown): Params | null {
  return typeof body === "object" && !Array.isArray(body) ? body : null;
}

const names = ["query", "operationName", "variables", "extensions"] as const;

/** What Apollo refuses in a GET for its headers is left to it, as is what cannot be read. */
function ofSearch({ headers, url }: FastifyRequest): Params | null {
  const preflight = headers["apollo-require-preflight"] || headers["x-apollo-operation-name"];
  if (!preflight || headers["content-type"] !== undefined) return null;
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
