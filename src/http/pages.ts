import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { Refusal } from "./httpError.js";

/** What the pages may load: nothing but what comes from here. The editor writes styles and keeps its font in one. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Serves the built pages at /.
 * @param folder where they are; may be missing, then / says how to build them
 */
export async function servePages(scope: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    scope.get("/", async () => {
      const message =
        "The playground is not built. Run: npm run build:web, then start the server again. GraphQL is at /graphql.";
      throw new Refusal(404, "PAGES_MISSING", message);
    });
    return;
  }
  scope.addHook("onRequest", async (_, reply) => {
    reply.headers({ "content-security-policy": policy, "cross-origin-opener-policy": "same-origin" });
  });
  await scope.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    decorateReply: false,
    dotfiles: "ignore",
    setHeaders(reply, path) {
      // The names of assets hold a hash of what is in them.
      const hashed = path.startsWith(join(folder, "assets") + sep);
      reply.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
