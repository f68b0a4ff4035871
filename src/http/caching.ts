import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";

/** Returns the entity tag of a body. It is weak because it stands for the body in each of its encodings. */
export function etagOf(body: string): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/** Request headers that change the answer. `accept-encoding` is in small letters, as the compression plugin looks for it. */
const vary = "Accept, accept-encoding, govgraph-explain";

/** Forbids caches to store a reply at /graphql; the default until a reply is known to be a complete answer to a GET. */
export function forbidCaching(reply: FastifyReply): void {
  const before = reply.getHeader("vary");
  reply.header("cache-control", "no-store").header("vary", before ? `${before}, ${vary}` : vary);
}

/**
 * Lets caches store a complete answer to a GET.
 * @param maxAge how long a cache can reuse the answer without revalidating it (seconds)
 * @returns whether the client has the answer already, so that the status is 304
 */
export function allowCaching(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  etag: string,
  maxAge: number,
): boolean {
  reply.header("cache-control", `public, max-age=${maxAge}, must-revalidate`).header("etag", etag);
  // Only the tags count. A request for a fresh answer (cache-control: no-cache) is served, because this one is fresh.
  return fresh({ "if-none-match": headers["if-none-match"] }, { etag });
}
