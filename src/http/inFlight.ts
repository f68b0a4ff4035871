import { isIPv4, type Socket } from "node:net";
import type { FastifyReply, FastifyRequest } from "fastify";
import { HttpError, retryAfter } from "./httpError.js";

/** The most requests of one connection at once; clients that pipeline send a few. */
const maxPerConnection = 10;

/**
 * The requests in flight. A request counts until its response is sent or its connection is closed, so answers that a
 * client does not read are counted too.
 */
export class InFlightRequests {
  readonly #max: number;
  readonly #maxPerAddress: number;
  readonly #controllers = new Set<AbortController>();
  readonly #byAddress = new Map<string, number>();
  readonly #bySocket = new WeakMap<Socket, number>();

  /** @param max the most requests at once; one client address can have a quarter of them */
  constructor(max: number) {
    this.#max = max;
    this.#maxPerAddress = Math.ceil(max / 4);
  }

  get size(): number {
    return this.#controllers.size;
  }

  /** @throws HttpError OVERLOADED if a request cannot be started now */
  check({ ip, raw: { socket } }: FastifyRequest): void {
    if (this.#controllers.size >= this.#max) {
      throw overloaded(`The server works on ${this.#max} requests, as many as it may.`);
    }
    if (!isLoopback(ip) && (this.#byAddress.get(ip) ?? 0) >= this.#maxPerAddress) {
      throw overloaded(
        `The server works on ${this.#maxPerAddress} requests of this client, as many as it may.`,
      );
    }
    if ((this.#bySocket.get(socket) ?? 0) >= maxPerConnection) {
      throw overloaded(
        `The server works on ${maxPerConnection} requests of this connection, as many as it may.`,
      );
    }
  }

  /**
   * Counts a request until its response is closed.
   * @returns a signal that aborts if the client goes away before, or at `abort`
   * @throws HttpError OVERLOADED
   */
  start(request: FastifyRequest, { raw: response }: FastifyReply): AbortSignal {
    this.check(request);
    const {
      ip,
      raw: { socket },
    } = request;
    const controller = new AbortController();
    this.#controllers.add(controller);
    this.#byAddress.set(ip, (this.#byAddress.get(ip) ?? 0) + 1);
    this.#bySocket.set(socket, (this.#bySocket.get(socket) ?? 0) + 1);
    response.once("close", () => {
      if (!response.writableFinished) controller.abort();
      this.#controllers.delete(controller);
      const left = (this.#byAddress.get(ip) ?? 1) - 1;
      if (left === 0) this.#byAddress.delete(ip);
      else this.#byAddress.set(ip, left);
      this.#bySocket.set(socket, (this.#bySocket.get(socket) ?? 1) - 1);
    });
    return controller.signal;
  }

  /** Ends all requests in flight. */
  abort(): void {
    for (const controller of this.#controllers) controller.abort();
  }
}

function overloaded(reason: string): HttpError {
  return new HttpError(503, "OVERLOADED", `${reason} Try again in a moment.`, { headers: retryAfter });
}

/** Whether an address is of this machine. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, "");
  return plain === "::1" || (isIPv4(plain) && plain.startsWith("127."));
}
