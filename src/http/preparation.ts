import type { FastifyInstance, FastifyRequest } from "fastify";

/** Longest time that a server says that it is not ready because it prepares, in milliseconds. */
export const longestPreparation = 15_000;

/** Where a server's own requests come from: no address, so that no client comes from there. */
const within = "preparation";

/** Asks a GraphQL operation of the server itself, for nobody: what comes of it is not logged and not kept. */
export type AskItself = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<void>;

/** An operation that nobody asked goes through all that one from a client goes through but the socket. */
export function askingItself(app: FastifyInstance): AskItself {
  return async (query, variables) => {
    await app.inject({
      method: "POST",
      url: "/graphql",
      remoteAddress: within,
      payload: { query, variables },
    });
  };
}

/** Whether a request is the server's own, and not a client's. */
export function isOwn({ ip }: FastifyRequest): boolean {
  return ip === within;
}

/** Whether a server is prepared: it is once the work is done, has failed, or has taken too long. */
export class Preparation {
  #done = false;

  constructor(work: Promise<void> | undefined) {
    if (work === undefined) {
      this.#done = true;
      return;
    }
    const finish = () => {
      this.#done = true;
      clearTimeout(timer);
    };
    const timer = setTimeout(finish, longestPreparation).unref();
    // If Neo4j is away there is nothing to prepare, and others tell of it.
    work.then(finish, finish);
  }

  get done(): boolean {
    return this.#done;
  }
}
