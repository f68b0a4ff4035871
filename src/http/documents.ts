import type { ApolloServerOptions } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";
import type { Carrier } from "./exchange.js";

type DocumentStore = NonNullable<Exclude<ApolloServerOptions<Carrier>["documentStore"], null>>;

/**
 * Characters of the texts of all documents that are kept parsed and validated, so that the same text is the same object
 * as long as it is in use. One takes some 100 bytes parsed, so 50 MB; Apollo's own store counts bytes of JSON, a third of that.
 */
export const mostCharacters = 500_000;

/** The documents that were asked last. */
export function createDocumentStore(): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: mostCharacters,
    sizeCalculation: ({ loc }) => Math.max(loc?.end ?? 0, 1),
  });
  return {
    async get(key) {
      return documents.get(key);
    },
    async set(key, document) {
      documents.set(key, document);
    },
    async delete(key) {
      return documents.delete(key);
    },
  };
}
