import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "../../src/config.js";
import { sendRaw } from "./raw.js";
import { onlyError } from "./refusal.js";
import { type Serving, serve } from "./serving.js";
import { smallQuestions, smallSchema } from "./small.js";

const start = (env: Record<string, string>) =>
  serve({ schema: smallSchema(), questions: smallQuestions, env: { GOVGRAPH_ALLOWED_HOSTS: "", ...env } });

/** Sends a request whose head has these lines and closes the connection after the answer. */
const head = ({ url }: Serving, lines: readonly string[], path = "/readyz") =>
  sendRaw(url, `GET ${path} HTTP/1.1\r\n${[...lines, "connection: close"].join("\r\n")}\r\n\r\n`);

const statusFor = async (serving: Serving, host: string, path?: string) =>
  (await head(serving, [`host: ${host}`], path)).status;

describe("a server on a loopback address", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await start({});
  });
  afterAll(() => serving.stop());

  it.each(["localhost", "LOCALHOST:4000", "127.0.0.1", "127.0.0.1:1", "[::1]", "[::1]:8080"])(
    "answers requests for %s",
    async (host) => {
      expect(await statusFor(serving, host)).toBe(200);
    },
  );

  it.each(["rebind.example", "rebind.example:4000", "localhost.example", "127.0.0.1.example", "10.0.0.1"])(
    "refuses requests for %s, which a page of another site can have chosen",
    async (host) => {
      for (const path of ["/readyz", "/graphql?query={hello}", "/", "/metrics", "/nothing"]) {
        const { status, body } = await head(serving, [`host: ${host}`], path);
        expect([path, status]).toEqual([path, 421]);
        expect(onlyError(body)).toEqual({
          code: "HOST_NOT_ALLOWED",
          message: `The host "${host.split(":")[0]}" is not one of this server's. Add it to GOVGRAPH_ALLOWED_HOSTS.`,
        });
      }
    },
  );

  it("answers /livez under any name, for probes", async () => {
    expect(await statusFor(serving, "10.1.2.3:4000", "/livez")).toBe(200);
    expect(await statusFor(serving, "10.1.2.3:4000", "/livez?x=1")).toBe(200);
  });
});

it("a server with GOVGRAPH_ALLOWED_HOSTS answers those, and no longer localhost", async () => {
  const serving = await start({ GOVGRAPH_ALLOWED_HOSTS: "data.example, 中国.example,::1" });
  try {
    expect(await statusFor(serving, "data.example")).toBe(200);
    expect(await statusFor(serving, "Data.Example:443")).toBe(200);
    // As browsers send it.
    expect(await statusFor(serving, "xn--fiqs8s.example")).toBe(200);
    expect(await statusFor(serving, "[::1]:4000")).toBe(200);
    expect(await statusFor(serving, "localhost")).toBe(421);
  } finally {
    await serving.stop();
  }
});

it.each([
  ["any name where * is set", { GOVGRAPH_ALLOWED_HOSTS: "*" }],
  ["any name where HOST opens it to the network", { HOST: "0.0.0.0" }],
])("a server answers %s", async (_, env: Record<string, string>) => {
  const serving = await start(env);
  try {
    expect(await statusFor(serving, "rebind.example")).toBe(200);
  } finally {
    await serving.stop();
  }
});

describe("a request without one clear host is refused", () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await start({ GOVGRAPH_ALLOWED_HOSTS: "*" });
  });
  afterAll(() => serving.stop());

  it.each([
    ["no header host", []],
    ["two hosts", ["host: a", "host: b"]],
    ["twice the same host", ["host: a", "Host: a"]],
    ["an empty host", ["host:"]],
    ["a path", ["host: a/b"]],
    ["a user", ["host: me@a"]],
    ["a password", ["host: :secret@a"]],
    ["a port that is not one", ["host: a:99999"]],
    ["spaces", ["host: a b"]],
  ])("%s, also at /livez", async (_, lines) => {
    for (const path of ["/livez", "/graphql"]) {
      const { status, body } = await head(serving, lines, path);
      expect([path, status]).toEqual([path, 400]);
      expect(onlyError(body).code).toBe("BAD_REQUEST");
    }
  });

  it("but HTTP/1.0 has none", async () => {
    expect((await sendRaw(serving.url, "GET /livez HTTP/1.0\r\n\r\n")).status).toBe(200);
  });
});

describe("wrong settings say what is allowed", () => {
  it.each([
    ["GOVGRAPH_ALLOWED_HOSTS", "data.example:8443"],
    ["GOVGRAPH_ALLOWED_HOSTS", "https://data.example"],
    ["GOVGRAPH_ALLOWED_HOSTS", "a,,b"],
    ["GOVGRAPH_ALLOWED_HOSTS", "a b"],
    ["GOVGRAPH_TRUST_PROXY", "proxy.example"],
    ["GOVGRAPH_TRUST_PROXY", "10.0.0.0/33"],
    ["GOVGRAPH_TRUST_PROXY", "0.0.0.0/0"],
    ["GOVGRAPH_TRUST_PROXY", "::1/129"],
    ["GOVGRAPH_METRICS", "yes"],
  ])("%s=%s", (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: expected .+, got "${value}"`));
  });

  it("and right ones are read as browsers write them", () => {
    const { GOVGRAPH_ALLOWED_HOSTS, GOVGRAPH_TRUST_PROXY } = readConfig({
      GOVGRAPH_ALLOWED_HOSTS: "Data.Example, ::1, 中国.example, *",
      GOVGRAPH_TRUST_PROXY: "10.0.0.0/8, ::1, fd00::/8",
    });
    expect(GOVGRAPH_ALLOWED_HOSTS).toEqual(["data.example", "[::1]", "xn--fiqs8s.example", "*"]);
    expect(GOVGRAPH_TRUST_PROXY).toEqual(["10.0.0.0/8", "::1", "fd00::/8"]);
  });
});
