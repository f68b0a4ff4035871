import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";

/** Returns the entity tag of a body. It is weak because it stands for the body in each of its encodings. */
export function etagOf(body: string | Buffer): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/** Request headers that change an answer at /graphql. */
export const graphqlVary = "Accept, accept-encoding, govgraph-explain";

/** Adds names of request headers to those that an answer depends on. The compression plugin looks for `accept-encoding` in small letters. */
export function addVary(reply: FastifyReply, names: string): void {
  const before = reply.getHeader("vary");
  reply.header("vary", before ? `${before}, ${names}` : names);
}

/** Forbids caches to store a reply; the default until a reply is known to be a complete answer to a GET. */
export function forbidCaching(reply: FastifyReply, vary: string): void {
  addVary(reply, vary);
  reply.header("cache-control", "no-store");
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
