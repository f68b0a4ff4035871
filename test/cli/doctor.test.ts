import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { loadedGraph } from "../graph.js";
import { govgraph, testSettings } from "./govgraph.js";

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly remedy: string | null;
}

let servers: Server[] = [];
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
});
beforeAll(async () => (await loadedGraph()).close());

/** A server that answers /livez in its own way. Returns its port. */
async function answering(host: string, body: string): Promise<string> {
  const server = createServer((_, response) => response.end(body));
  servers.push(server);
  await once(server.listen(0, host), "listening");
  return String((server.address() as AddressInfo).port);
}

async function portCheck(settings: Record<string, string>) {
  const { code, stdout } = await govgraph(["doctor", "--json"], { ...testSettings(), ...settings });
  const checks = JSON.parse(stdout) as Check[];
  return { code, ...checks.find(({ name }) => name === "port")! };
}

describe("govgraph doctor", () => {
  it.each(["127.0.0.1", "0.0.0.0", "[::1]"])(
    "accepts a port of a running govgraph serve on %s",
    async (HOST) => {
      const PORT = await answering(HOST.replace(/[[\]]/g, ""), '{"status":"live"}');
      const found = `${PORT} at ${HOST.replace(/[[\]]/g, "")} is used by a running govgraph serve`;
      expect(await portCheck({ HOST, PORT })).toMatchObject({ code: 0, ok: true, found });
    },
  );

  it("refuses a port of another program", async () => {
    const PORT = await answering("127.0.0.1", "<h1>It works!</h1>");
    expect(await portCheck({ PORT })).toMatchObject({
      code: 3,
      ok: false,
      found: `${PORT} at 127.0.0.1 is taken`,
      remedy: "end the program that uses the port, or set PORT to another port, or to 0 for any free port",
    });
  });
});

describe("HOST", () => {
  it.each([
    ["[::1]", "::1"],
    ["::", "::"],
    ["fe80::1", "fe80::1"],
    ["localhost", "localhost"],
    ["0.0.0.0", "0.0.0.0"],
  ])("%s is accepted", (HOST, host) => {
    expect(readConfig({ HOST }).HOST).toBe(host);
  });

  it.each(["http://127.0.0.1", "127.0.0.1:4000", "[localhost]", "[::1]:4000", "a b"])(
    "%s is refused",
    (HOST) => {
      expect(() => readConfig({ HOST })).toThrow(
        `HOST: expected a host name or address without scheme and port (default 127.0.0.1), got "${HOST}"`,
      );
    },
  );
});

describe("GOVGRAPH_PUBLIC_URL", () => {
  it.each([
    ["https://data.example", "https://data.example"],
    ["https://Data.example/", "https://data.example"],
    ["http://127.0.0.1:4000/govgraph//", "http://127.0.0.1:4000/govgraph"],
  ])("%s is accepted", (GOVGRAPH_PUBLIC_URL, url) => {
    expect(readConfig({ GOVGRAPH_PUBLIC_URL }).GOVGRAPH_PUBLIC_URL).toBe(url);
  });

  it.each([
    "data.example",
    "ftp://data.example",
    "https://a:b@data.example",
    "https://data.example/?x",
    "https://",
  ])("%s is refused", (GOVGRAPH_PUBLIC_URL) => {
    expect(() => readConfig({ GOVGRAPH_PUBLIC_URL })).toThrow(
      `GOVGRAPH_PUBLIC_URL: expected http:// or https://, a host and, optionally, a path, such as https://govgraph.example.org (not set: no absolute addresses, robots.txt or sitemap), got "${GOVGRAPH_PUBLIC_URL}"`,
    );
  });
});
