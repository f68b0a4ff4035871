import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of somebody else's, on an origin of its own on this machine. */
export interface Elsewhere {
  /** Its origin, such as http://127.0.0.1:40001. */
  readonly origin: string;
  stop(): Promise<void>;
}

/** Serves an empty page, from which a test calls an API as a client app of another origin does. */
export async function startElsewhere(): Promise<Elsewhere> {
  const server = createServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.end('<!doctype html><title>elsewhere</title><link rel="icon" href="data:,">');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
