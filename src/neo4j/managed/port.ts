import { createServer } from "node:net";
import { DatabaseError } from "./error.js";

/** @returns whether a loopback port can be listened on */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** @returns a loopback port that is free now, given by the system */
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
 * Chooses a port: the one asked for, which must be free; else the one of last time, if it is; else any.
 * @param asked 0 for any
 * @param setting the setting that asks for it, for the error
 * @throws DatabaseError PORT
 */
export async function choosePort(asked: number, last: number | undefined, setting: string): Promise<number> {
  if (asked === 0) return last !== undefined && (await isFree(last)) ? last : freePort();
  if (await isFree(asked)) return asked;
  throw new DatabaseError("PORT", {
    problem: `Port ${asked} is taken.`,
    found: `another program listens on 127.0.0.1:${asked}`,
    needed: `the port that ${setting}=${asked} asks for`,
    remedy: `end that program, set ${setting} to another port, or unset it to have a free one taken`,
  });
}
