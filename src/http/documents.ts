import type { FastifyInstance } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Config } from "../config.js";
import { robotsText, sitemapText } from "../pages/crawlers.js";
import { homePage } from "../pages/home.js";
import type { PageLanguage } from "../pages/language.js";
import { pagePolicy } from "../pages/layout.js";
import { llmsText } from "../pages/llms.js";
import { printSDL } from "../schema/schema.js";
import { addVary, allowCaching, etagOf } from "./caching.js";
import type { InFlightRequests } from "./inFlight.js";
import { pageLanguage } from "./negotiation.js";

/** What the documents are made from. */
interface DocumentSources {
  readonly config: Config;
  readonly schema: GraphQLSchema;
  /** Bounds how many documents are sent at once. */
  readonly inFlight: InFlightRequests;
}

/** A document at an address. */
interface Document {
  readonly type: string;
  /** Makes its text. Without `language` it is the same in all languages. */
  readonly make: (language: PageLanguage) => string;
  readonly isTranslated?: boolean;
}

/**
 * Serves the home page and the other documents that depend only on the schema and the settings. Each is made at its first
 * request. Absolute addresses are in them only if the operator has set the public address.
 */
export async function serveDocuments(
  scope: FastifyInstance,
  { config, schema, inFlight }: DocumentSources,
): Promise<void> {
  const { GOVGRAPH_PUBLIC_URL: base, GOVGRAPH_MAX_AGE_S: maxAge } = config;
  const plain = "text/plain; charset=utf-8";
  const documents: Readonly<Record<string, Document>> = {
    "/": {
      type: "text/html; charset=utf-8",
      make: (language) => homePage(schema, language),
      isTranslated: true,
    },
    "/schema.graphql": { type: plain, make: () => printSDL(schema) },
    "/llms.txt": { type: plain, make: () => llmsText(schema, base ?? "") },
    ...(base !== undefined && {
      "/robots.txt": { type: plain, make: () => robotsText(base) },
      "/sitemap.xml": { type: "application/xml; charset=utf-8", make: () => sitemapText(schema, base) },
    }),
  };
  for (const [path, { type, make, isTranslated = false }] of Object.entries(documents)) {
    const made = new Map<PageLanguage, { readonly text: string; readonly etag: string }>();
    scope.get(path, async (request, reply) => {
      inFlight.start(request, reply);
      const language = isTranslated ? pageLanguage(request) : "en";
      const found = made.get(language);
      const text = found?.text ?? make(language);
      const etag = found?.etag ?? etagOf(text);
      made.set(language, { text, etag });
      if (isTranslated) {
        addVary(reply, "Accept-Language");
        reply.headers({ "content-language": language, "content-security-policy": pagePolicy });
      }
      reply.type(type);
      if (allowCaching(request, reply, etag, maxAge))
        return reply.code(304).removeHeader("content-type").send();
      return reply.send(text);
    });
  }
}
