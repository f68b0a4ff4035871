import { createServer } from "node:net";
import { DatabaseError } from "./error.js";

/** Returns whether GovGraph could listen on a loopback port now. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** Returns a loopback port that the system has just found free. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Chooses a port: the required one, which must be free; else the last one if it is free; else any free one.
 * @param required a port and who requires it, such as "NEO4J_BOLT_PORT=7687"; undefined if any will do
 * @throws DatabaseError PORT
 */
export async function choosePort(
  required: { readonly port: number; readonly by: string } | undefined,
  last: number | undefined,
): Promise<number> {
  if (required === undefined) return last !== undefined && (await isFree(last)) ? last : freePort();
  const { port, by } = required;
  if (await isFree(port)) return port;
  throw new DatabaseError("PORT", {
    problem: `Port ${port} is taken.`,
    found: `another program listens on 127.0.0.1:${port}`,
    needed: `the port that is required by ${by}`,
    remedy:
      "end that program, or set NEO4J_BOLT_PORT and NEO4J_HTTP_PORT to other ports (unset: any free port)",
  });
}
