import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyReply, FastifyRequest } from "fastify";
import fresh from "fresh";
import { encodings, type KeptAnswer } from "./answers.js";
import type { Recall } from "./recall.js";

/** Headers of requests that change what is answered. In small letters, as the compression looks for its own. */
const depends = "Accept, accept-encoding, govgraph-explain";

/** Says of a reply at /graphql that nobody may keep it, until it is known to be a whole answer to a GET. */
export function keepFromCaches(reply: FastifyReply): void {
  const before = reply.getHeader("vary");
  reply.header("cache-control", "no-store").header("vary", before ? `${before}, ${depends}` : depends);
}

/**
 * Lets caches keep a whole answer without errors to a GET, and finds out whether the client has it already.
 * @param maxAge for how long caches need not ask again, in seconds
 * @returns true when all there is to say is 304
 */
export function offerToCaches(
  { method, headers }: FastifyRequest,
  reply: FastifyReply,
  etag: string,
  maxAge: number,
): boolean {
  if (method !== "GET") return false;
  reply.header("cache-control", `public, max-age=${maxAge}, must-revalidate`).header("etag", etag);
  // Only the tags count: a client's wish for no old answer is met, as this one is not old.
  if (!fresh({ "if-none-match": headers["if-none-match"] }, { etag })) return false;
  reply.code(304);
  return true;
}

/**
 * Sends an answer that is kept.
 * @param key under which it is kept
 */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  { recall, key, kept, maxAge }: { recall: Recall; key: string; kept: KeptAnswer; maxAge: number },
): FastifyReply {
  request.kept = kept;
  if (offerToCaches(request, reply, kept.etag, maxAge)) return reply.send();
  reply.header("content-type", kept.type);
  const accepted = request.headers["accept-encoding"];
  if (accepted === undefined || request.headers["x-no-compression"] !== undefined) {
    return reply.send(kept.body);
  }
  // As @fastify/compress reads the header.
  const encoding = negotiate(accepted.toLowerCase().replaceAll(/\*|x-gzip/g, "gzip"), [...encodings]);
  const packed = recall.answers.pack(key, kept, encoding);
  if (packed === null) return reply.send(kept.body);
  return reply.header("content-encoding", encoding).send(packed);
}
