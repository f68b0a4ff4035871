import type { Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { cancelled, overloaded } from "./httpError.js";
import { maxPipelined, maxUnsentBytes } from "./limits/constants.js";

/** A connection: its unanswered requests, and since when nothing was received or sent. */
interface ConnectionState {
  readonly unanswered: Set<ServerResponse>;
  /** Memory of answers that the client has not read yet (bytes). */
  unsentBytes: number;
  bytesRead: number;
  quietSince: number;
}

/** The open connections of a server. */
export class Connections {
  readonly #states = new Map<Socket, ConnectionState>();
  #unsentBytes = 0;

  constructor(server: Server) {
    server.on("connection", (socket) => {
      const quietSince = performance.now();
      this.#states.set(socket, { unanswered: new Set(), unsentBytes: 0, bytesRead: 0, quietSince });
      socket.once("close", () => process.nextTick(() => this.#drop(socket)));
    });
    // Before Fastify, so that its hooks find the request counted.
    server.prependListener("request", ({ socket }, response) => {
      const state = this.#states.get(socket);
      if (state === undefined) return;
      state.unanswered.add(response);
      response.once("close", () => {
        state.unanswered.delete(response);
        state.quietSince = performance.now();
      });
      // Each unanswered request takes memory, and one packet can hold thousands.
      if (state.unanswered.size > 10 * maxPipelined) socket.destroy();
    });
  }

  /** Whether requests of a connection are unanswered, apart from one. */
  hasOthers(response: ServerResponse): boolean {
    return this.#unanswered(response.req.socket).size > 1;
  }

  /** Whether a part of a response was sent on a connection and the rest was not. */
  isSending(socket: Socket): boolean {
    return [...this.#unanswered(socket)].some(({ headersSent }) => headersSent);
  }

  /** @throws HttpError OVERLOADED if a connection has too many unanswered requests */
  check(socket: Socket): void {
    if (this.#unanswered(socket).size > maxPipelined) {
      throw overloaded(`The server is working on ${maxPipelined} requests of this connection, its maximum.`);
    }
  }

  /**
   * Counts the memory of an answer (bytes) until its response is closed. Where clients leave too much unread, the connection that
   * holds most of it is closed.
   */
  holdAnswer(response: ServerResponse, bytes: number): void {
    // A response that waits for others on its connection has no socket of its own yet.
    const state = this.#states.get(response.req.socket);
    if (state === undefined) return;
    state.unsentBytes += bytes;
    this.#unsentBytes += bytes;
    response.once("close", () => {
      state.unsentBytes -= bytes;
      this.#unsentBytes -= bytes;
    });
    if (this.#unsentBytes <= maxUnsentBytes) return;
    const [slowest] = [...this.#states].sort(([, a], [, b]) => b.unsentBytes - a.unsentBytes);
    slowest?.[0].destroy();
  }

  /** Starts the quiet time of all connections again. */
  markActive(): void {
    for (const state of this.#states.values()) state.quietSince = performance.now();
  }

  /** Closes the connections that have no request and were quiet for a time (milliseconds). */
  closeQuiet(quietMs: number): void {
    const now = performance.now();
    for (const [socket, state] of this.#states) {
      if (socket.bytesRead !== state.bytesRead) {
        state.bytesRead = socket.bytesRead;
        state.quietSince = now;
      }
      if (state.unanswered.size === 0 && now - state.quietSince >= quietMs) socket.destroySoon();
    }
  }

  /** Answers the requests whose bodies have not arrived completely. */
  cancelIncomplete(): void {
    for (const { unanswered } of this.#states.values()) {
      for (const { req: request, headersSent } of unanswered) {
        // Whoever reads the body receives the error.
        if (!request.complete && !headersSent && request.listenerCount("error") > 0)
          request.emit("error", cancelled());
      }
    }
  }

  /** Node closes only the first response of a connection that breaks; those that wait behind it would count for ever. */
  #drop(socket: Socket): void {
    for (const response of this.#unanswered(socket)) {
      response.destroyed = true;
      response.emit("close");
    }
    this.#states.delete(socket);
  }

  #unanswered(socket: Socket): ReadonlySet<ServerResponse> {
    return this.#states.get(socket)?.unanswered ?? new Set();
  }
}
