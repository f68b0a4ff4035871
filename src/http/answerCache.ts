import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";
import { LRUCache } from "lru-cache";

/** What an entry costs beside its texts, roughly, in bytes. */
const overhead = 500;

/** A whole answer without errors, as it is sent. */
export interface CachedAnswer {
  readonly body: string;
  readonly type: string;
  readonly etag: string;
  /** Name of the operation and hash of its text, for the log. */
  readonly operation: string | null;
  readonly hash: string | null;
}

/** Answers by the version of the data and the request. Those of an older version are the first to go. */
export type AnswerCache = LRUCache<string, CachedAnswer>;

export function createAnswerCache(maxBytes: number): AnswerCache | null {
  if (maxBytes === 0) return null;
  const sizeCalculation = ({ body }: CachedAnswer, key: string) => overhead + 2 * (key.length + body.length);
  return new LRUCache({ maxSize: maxBytes, sizeCalculation });
}

/** The tag of a body. It is weak, since it stands for the body in each of its encodings. */
export function etagOf(body: string): string {
  return `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
}

/** Headers of requests that change what is answered. In small letters, as the compression looks for its own. */
const vary = "Accept, accept-encoding, govgraph-explain";

/** Says of a reply at /graphql that nobody may keep it, until it is known to be a whole answer to a GET. */
export function forbidCaching(reply: FastifyReply): void {
  const before = reply.getHeader("vary");
  reply.header("cache-control", "no-store").header("vary", before ? `${before}, ${vary}` : vary);
}

/** Sends an answer; to a GET with an `ETag`, or as 304 where the client has it. */
export function sendAnswer(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  { body, type, etag }: Pick<CachedAnswer, "body" | "type" | "etag">,
  maxAge: number,
): FastifyReply {
  if (method === "GET") {
    reply.header("cache-control", `public, max-age=${maxAge}, must-revalidate`).header("etag", etag);
    if (fresh({ "if-none-match": headers["if-none-match"] }, { etag }))
      return reply.code(304).removeHeader("content-type").send();
  }
  return reply.header("content-type", type).send(body);
}
