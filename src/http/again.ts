import { HeaderMap } from "@apollo/server";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { DocumentNode, OperationDefinitionNode } from "graphql";
import { LRUCache } from "lru-cache";
import { complete } from "./answer.js";
import { mostCharacters } from "./documents.js";
import type { Exchange } from "./exchange.js";
import type { Steps } from "./steps.js";

/** An operation that Apollo has parsed, found valid and answered. */
interface Known {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly hash: string | null;
  /** The content type that it was answered with. */
  readonly type: string;
}

/** The parts of a request that Apollo answers in one way only. */
interface Asked {
  readonly key: string;
  readonly variables: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Answers the operations that Apollo has answered before without it: it would come to the same document and the same
 * kind of answer, and takes a quarter of the time of a small answer for that. Whatever does not go well is left to
 * Apollo, from the beginning, but for the result of the execution.
 */
export class Again {
  readonly #known = new LRUCache<string, Known>({
    // As many as are kept parsed for Apollo: these are the same documents.
    maxSize: mostCharacters,
    sizeCalculation: (_, key) => key.length,
  });
  readonly #steps: Steps;

  constructor(steps: Steps) {
    this.#steps = steps;
  }

  /** The text of the answer; null when Apollo must look at the request. */
  async answer(request: FastifyRequest, reply: FastifyReply, exchange: Exchange): Promise<string | null> {
    const asked = askedBy(request);
    const known = asked === null ? undefined : this.#known.get(asked.key);
    if (asked === null || known === undefined || exchange.explain) return null;
    const { document, operation, hash, type } = known;
    const { variables } = asked;
    try {
      this.#steps.admit({ document, operation, variables });
    } catch {
      return null;
    }
    exchange.operation = operation.name?.value.slice(0, 100) ?? null;
    exchange.hash = hash;
    const result = await this.#steps.execute(exchange, {
      document,
      operation,
      operationName: operation.name?.value,
      variables,
    });
    if (result.errors?.length) {
      exchange.result = result;
      return null;
    }
    const response: Parameters<typeof complete>[1] = {
      http: { headers: new HeaderMap() },
      body: { kind: "single", singleResult: { data: result.data ?? null } },
    };
    await complete(exchange, response, operation);
    if (response.body.kind !== "single") return null;
    const { data, extensions } = response.body.singleResult;
    reply.code(200).header("content-type", type);
    return `${JSON.stringify({ data, extensions })}\n`;
  }

  /** Remembers an operation that Apollo has answered without errors. */
  learn(request: FastifyRequest, reply: FastifyReply, exchange: Exchange): void {
    const { resolved, hash, outcome } = exchange;
    const asked = askedBy(request);
    if (resolved === null || asked === null || outcome !== "OK" || reply.statusCode !== 200) return;
    this.#known.set(asked.key, { ...resolved, hash, type: String(reply.getHeader("content-type")) });
  }
}

/** Null for what Apollo must judge by more than its text: no POST of one plain operation. */
function askedBy({ method, headers, body }: FastifyRequest): Asked | null {
  if (method !== "POST" || typeof body !== "object" || body === null || Array.isArray(body)) return null;
  const { query, operationName, variables, extensions } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== "string" || (extensions ?? null) !== null) return null;
  if ((operationName ?? null) !== null && typeof operationName !== "string") return null;
  if ((variables ?? null) !== null && (typeof variables !== "object" || Array.isArray(variables)))
    return null;
  return {
    // No operation that was answered has U+0000 in its text or name.
    key: `${headers.accept ?? ""}\u0000${operationName ?? ""}\u0000${query}`,
    variables: (variables as Asked["variables"] | null) ?? undefined,
  };
}
