import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { HttpError } from "./httpError.js";
import type { InFlightRequests } from "./inFlight.js";

/** The pages load from their own origin alone. The editor writes inline styles and has its font in one. */
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
 * @param folder where they are; if missing, / says how to build them
 * @param inFlight bounds how many files are sent at once
 */
export async function servePages(
  scope: FastifyInstance,
  folder: string,
  inFlight: InFlightRequests,
): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    scope.get("/", async () => {
      const message =
        "The playground is not built. Run: npm run build:web, then start the server again. GraphQL is at /graphql.";
      throw new HttpError(404, "PAGES_MISSING", message);
    });
    return;
  }
  scope.addHook("onRequest", async (request, reply) => {
    inFlight.start(request, reply);
    reply.headers({
      "content-security-policy": policy,
      "cross-origin-opener-policy": "same-origin",
      vary: "accept-encoding",
    });
  });
  await scope.register(fastifyStatic, {
    root: folder,
    cacheControl: false,
    decorateReply: false,
    // The build leaves compressed assets beside the assets.
    preCompressed: true,
    dotfiles: "ignore",
    setHeaders(reply, path) {
      // The name of an asset contains a hash of its content.
      const hashed = path.startsWith(join(folder, "assets") + sep);
      reply.setHeader("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
}
