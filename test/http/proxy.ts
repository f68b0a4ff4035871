import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/**
 * A TCP proxy in front of a real Neo4j, by which its network can fail: connections refused, cut, silent, slow, or full
 * of garbage.
 */
export class BoltProxy {
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  readonly #dead = new WeakSet<Socket>();
  #server: Server | undefined;
  #port = 0;
  #silent = false;
  #delayMs = 0;
  #garbled = false;

  /** @param uri the Bolt address behind the proxy */
  constructor(uri: string) {
    const { hostname, port } = new URL(uri);
    this.#target = { host: hostname, port: Number(port || 7687) };
  }

  /** The Bolt address of the proxy itself; the same after each return. */
  get uri(): string {
    return `bolt://127.0.0.1:${this.#port}`;
  }

  /** Connections that stand. */
  get connections(): number {
    return this.#sockets.size / 2;
  }

  /** Lets connections through. */
  async open(): Promise<void> {
    this.#silent = false;
    const server = createServer((client) => this.#join(client));
    server.listen(this.#port, "127.0.0.1");
    await once(server, "listening");
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Takes a port and gives it back, so that there is an address where nobody answers. */
  async reserve(): Promise<void> {
    await this.open();
    await this.close();
  }

  /** Cuts all connections and refuses new ones, as if Neo4j had been killed. */
  async close(): Promise<void> {
    this.cut();
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined) return;
    server.close();
    await once(server, "close");
  }

  /** Cuts all connections; new ones are let through. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Swallows whatever is sent, on old connections and new ones, as a network does that loses all packets. */
  swallow(): void {
    this.#silent = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** Ends the silence; what was under way arrives late. */
  resume(): void {
    this.#silent = false;
    for (const socket of this.#sockets) socket.resume();
  }

  /** Loses everything that is sent on the open connections from now on; new ones are let through. */
  abandon(): void {
    this.#silent = false;
    for (const socket of this.#sockets) {
      this.#dead.add(socket);
      // The end of a connection is still noticed.
      socket.resume();
    }
  }

  /** Delays each packet of Neo4j (milliseconds). */
  delay(ms: number): void {
    this.#delayMs = ms;
  }

  /** Puts other bytes in the place of those of Neo4j. */
  garble(garbled: boolean): void {
    this.#garbled = garbled;
  }

  #join(client: Socket): void {
    const upstream = connect(this.#target);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      if (this.#silent) one.pause();
      one.on("data", (chunk: Buffer) => {
        if (this.#dead.has(one)) return;
        if (one === client) other.write(chunk);
        else if (this.#delayMs > 0) setTimeout(() => other.write(chunk), this.#delayMs);
        else other.write(this.#garbled ? chunk.map((byte) => byte ^ 0x5a) : chunk);
      });
      one.on("error", () => {});
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}
