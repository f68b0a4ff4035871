import type { Server } from "node:http";
import type { Socket } from "node:net";

/**
 * The connections of a server, by whether a request is under way on them. Node closes those kept after a request,
 * but not those opened ahead of one, as browsers do: they would hold the end of the server.
 */
export class Connections {
  readonly #open = new Set<Socket>();
  readonly #busy = new Set<Socket>();

  constructor(server: Server) {
    server.on("connection", (socket) => {
      this.#open.add(socket);
      socket.once("close", () => this.#open.delete(socket));
    });
    server.on("request", ({ socket }, response) => {
      this.#busy.add(socket);
      response.once("close", () => this.#busy.delete(socket));
    });
  }

  /** Closes the connections on which no request is under way. */
  closeQuiet(): void {
    for (const socket of this.#open) {
      if (!this.#busy.has(socket)) socket.destroy();
    }
  }
}
