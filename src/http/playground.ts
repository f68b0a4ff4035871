import { existsSync } from "node:fs";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { addVary } from "./caching.js";
import { HttpError } from "./httpError.js";
import type { InFlightRequests } from "./inFlight.js";

/** The playground loads from its own origin alone. The editor writes inline styles and has its font in one. */
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
 * Serves the built playground at /playground.
 * @param folder the build's output; if it is missing, /playground says how to build it
 * @param inFlight bounds how many files are sent at once
 */
export async function servePlayground(
  scope: FastifyInstance,
  folder: string,
  inFlight: InFlightRequests,
): Promise<void> {
  if (!existsSync(join(folder, "index.html"))) {
    scope.get("/playground", async () => {
      const message =
        "The playground is not built. Run: npm run build:web, then start the server again. GraphQL is at /graphql.";
      throw new HttpError(404, "PLAYGROUND_MISSING", message);
    });
    return;
  }
  scope.addHook("onRequest", async (request, reply) => {
    inFlight.start(request, reply);
    addVary(reply, "accept-encoding");
    reply.headers({ "content-security-policy": policy, "cross-origin-opener-policy": "same-origin" });
  });
  await scope.register(fastifyStatic, {
    root: join(folder, "playground"),
    prefix: "/playground/",
    cacheControl: false,
    // The build writes compressed files next to the files.
    preCompressed: true,
    dotfiles: "ignore",
    setHeaders(reply, path) {
      // The names of all files but the page itself contain a hash of their content.
      const isPage = path === join(folder, "index.html");
      reply.setHeader("cache-control", isPage ? "no-cache" : "public, max-age=31536000, immutable");
    },
  });
  scope.get("/playground", (_, reply) => reply.sendFile("index.html", folder));
  // Relative, so that it also holds behind a proxy that serves GovGraph below a path.
  scope.get("/playground/", ({ url }, reply) =>
    reply.redirect(`../playground${url.slice("/playground/".length)}`, 308),
  );
}
