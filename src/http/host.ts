import type { IncomingMessage } from "node:http";
import type { Config } from "../config.js";
import { HttpError } from "./httpError.js";
import { isLoopback } from "./inFlight.js";

/** Names of this machine, which a server on a loopback address answers if no others are set. */
const loopbackHosts = ["localhost", "127.0.0.1", "[::1]"] as const;

/** The hosts that a server answers, as the parser of URLs writes them; null for any. */
export function allowedHosts({ HOST, GOVGRAPH_ALLOWED_HOSTS }: Config): ReadonlySet<string> | null {
  if (GOVGRAPH_ALLOWED_HOSTS !== undefined) {
    return GOVGRAPH_ALLOWED_HOSTS.includes("*") ? null : new Set(GOVGRAPH_ALLOWED_HOSTS);
  }
  return HOST === "localhost" || isLoopback(HOST) ? new Set(loopbackHosts) : null;
}

/**
 * Checks the header Host. A page of another site can reach a server on loopback under a name of its own (DNS
 * rebinding); the browser then sends that name.
 * @throws HttpError 400 if the header is missing, doubled or not a host; 421 if it is not an allowed one
 */
export function checkHost(
  { httpVersion, headers: { host }, rawHeaders, url }: IncomingMessage,
  allowed: ReadonlySet<string> | null,
): void {
  const count = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  if (count > 1) throw badHost("is given more than once");
  if (host === undefined) {
    if (httpVersion === "1.0") return;
    throw badHost("is missing");
  }
  const parsed = URL.canParse(`http://${host}/`) ? new URL(`http://${host}/`) : null;
  if (
    parsed === null ||
    parsed.username !== "" ||
    parsed.password !== "" ||
    parsed.pathname !== "/" ||
    parsed.search !== "" ||
    parsed.hash !== ""
  )
    throw badHost("names no host");
  if (allowed === null || allowed.has(parsed.hostname) || url?.split("?", 1)[0] === "/livez") return;
  throw new HttpError(
    421,
    "HOST_NOT_ALLOWED",
    `The host "${parsed.hostname.slice(0, 100)}" is not one of this server's. Add it to GOVGRAPH_ALLOWED_HOSTS.`,
  );
}

function badHost(fault: string): HttpError {
  const message = `The header host ${fault}. Send the host of the address once.`;
  return new HttpError(400, "BAD_REQUEST", message, { headers: { connection: "close" } });
}
