import type { ApolloServerOptions, BaseContext } from "@apollo/server";
import type { DocumentNode } from "graphql";
import { LRUCache } from "lru-cache";

/** The most characters of documents in the store; parsed, each character takes some 35 bytes. */
const maxLength = 500_000;

/**
 * Creates the store of documents that were parsed and found valid. Apollo's own store measures the JSON text of a parsed
 * document, which is a tenth of the memory that it takes.
 */
export function createDocumentStore(): NonNullable<ApolloServerOptions<BaseContext>["documentStore"]> {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: maxLength,
    sizeCalculation: ({ loc }) => loc?.source.body.length || 1,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void documents.set(key, document),
    delete: async (key) => documents.delete(key),
  };
}
