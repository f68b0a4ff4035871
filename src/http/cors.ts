import fastifyCors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import { provenanceHeaders } from "./question/provenance.js";

/**
 * Lets pages of other origins read answers, with the same headers at all addresses. The content of an answer never depends
 * on the origin.
 * @param origins the origins; `*` for any. Undefined: any, but none where texts are attached, which are the operator's own
 */
export async function allowOrigins(
  app: FastifyInstance,
  origins: readonly string[] | undefined,
  hasTexts: boolean,
): Promise<void> {
  if (origins === undefined && hasTexts) {
    app.addHook("onRequest", (_, reply, done) => {
      reply.header("cross-origin-resource-policy", "same-origin");
      done();
    });
    return;
  }
  await app.register(fastifyCors, {
    origin: [...(origins ?? ["*"])],
    methods: ["GET", "HEAD", "POST"],
    exposedHeaders: ["x-request-id", "retry-after", ...provenanceHeaders],
    maxAge: 86_400,
    strictPreflight: false,
  });
}
