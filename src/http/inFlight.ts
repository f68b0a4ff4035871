import { isIPv4 } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { cancelled, overloaded } from "./httpError.js";

/**
 * Requests in flight. A request counts until its response is sent or its connection is closed, so answers that a client
 * does not read are counted too.
 */
export class InFlightRequests {
  readonly #max: number;
  readonly #maxPerAddress: number;
  readonly #controllers = new Set<AbortController>();
  readonly #byAddress = new Map<string, number>();
  #aborted = false;

  /** @param max the most requests at once; one client address can have a quarter of them */
  constructor(max: number) {
    this.#max = max;
    this.#maxPerAddress = Math.ceil(max / 4);
  }

  get size(): number {
    return this.#controllers.size;
  }

  /** @throws HttpError OVERLOADED if a request cannot be started now */
  check({ ip }: Pick<FastifyRequest, "ip">): void {
    if (this.#aborted) throw cancelled();
    if (this.#controllers.size >= this.#max) {
      throw overloaded(`The server is working on ${this.#max} requests, its maximum.`);
    }
    if (!isLoopback(ip) && (this.#byAddress.get(ip) ?? 0) >= this.#maxPerAddress) {
      throw overloaded(
        `The server is working on ${this.#maxPerAddress} requests of this client address, its maximum.`,
      );
    }
  }

  /**
   * Counts a request until its response is closed.
   * @returns a signal that aborts when the response is closed, or at `abort`
   * @throws HttpError OVERLOADED
   */
  start(request: Pick<FastifyRequest, "ip">, { raw: response }: Pick<FastifyReply, "raw">): AbortSignal {
    // Its close would not be noticed any more.
    if (response.destroyed) throw cancelled();
    this.check(request);
    const { ip } = request;
    const controller = new AbortController();
    this.#controllers.add(controller);
    this.#byAddress.set(ip, (this.#byAddress.get(ip) ?? 0) + 1);
    response.once("close", () => {
      controller.abort();
      this.#controllers.delete(controller);
      const left = (this.#byAddress.get(ip) ?? 1) - 1;
      if (left === 0) this.#byAddress.delete(ip);
      else this.#byAddress.set(ip, left);
    });
    return controller.signal;
  }

  /** Ends all requests in flight, and those that would start from now on. */
  abort(): void {
    this.#aborted = true;
    for (const controller of this.#controllers) controller.abort();
  }
}

/** Whether an address is of this machine. A client that has gone already has none. */
export function isLoopback(address: string | undefined): boolean {
  const plain = address?.replace(/^::ffff:/, "") ?? "";
  return plain === "::1" || (isIPv4(plain) && plain.startsWith("127."));
}
