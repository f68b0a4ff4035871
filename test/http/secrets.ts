import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { govgraph, start as startCommand } from "../cli/govgraph.js";
import { post, sendRaw } from "./raw.js";
import { ServerProcess } from "./serverProcess.js";
import { ask, until } from "./serving.js";

/** A password that no log, error, page or process argument may hold. */
const canary = "canary-9d41c7";

/** The arguments of all processes of this machine's user. */
const processArguments = () => execFileSync("ps", ["-ww", "-eo", "args"], { encoding: "utf8" });

/** Tests that the password in the settings stands nowhere, with a Neo4j that refuses it and with one that is away. */
export function describeSettings(): void {
  it.each([
    ["is refused by Neo4j", {}],
    ["goes to an address where nothing answers", { NEO4J_URI: "bolt://127.0.0.1:1" }],
  ])("a password that %s stands in no log, error, page or process argument", async (_, env) => {
    // Another user than the real one, whom Neo4j locks out after some wrong passwords.
    const settings = { ...env, NEO4J_USER: "somebody", NEO4J_PASSWORD: canary, LOG_LEVEL: "debug" };
    const server = await ServerProcess.start({ env: { ...settings, GOVGRAPH_METRICS: "on" } });
    try {
      await until(
        "it is not ready",
        async () => (await fetch(`${server.url}/readyz`)).status === 503,
        20_000,
      );
      const texts = [processArguments()];
      for (const path of ["/readyz", "/metrics", "/livez", "/", "/none"]) {
        texts.push(await (await fetch(server.url + path)).text());
      }
      texts.push((await ask(server.url, "{ meta { dataVersion } }")).text);
      texts.push((await sendRaw(server.url, post("{"))).body);
      await server.stop();
      texts.push(server.output);
      expect(texts.join("\n")).not.toContain(canary);
      expect(server.output).toContain('"msg":"server started"');
    } finally {
      await server.stop("SIGKILL");
    }
  });

  it("an address with a user and a password is refused without repeating it", async () => {
    for (const uri of [
      `bolt://neo4j:${canary}@127.0.0.1:7687`,
      `neo4j+s://${canary}@host`,
      `bolt://a:${canary}@`,
    ]) {
      for (const words of [["serve"], ["doctor"], ["ask", "meta"]]) {
        const { code, stdout, stderr } = await govgraph(words, { NEO4J_URI: uri, NEO4J_PASSWORD: "other" });
        expect([words[0], code]).toEqual([words[0], 2]);
        expect(stderr).toContain("NEO4J_URI: expected bolt://");
        expect(stderr).toContain("got an address with a user or password in it");
        expect(stdout + stderr).not.toContain(canary);
      }
    }
  });

  it("a wrong setting beside it does not repeat it, and a well-known one is warned about", async () => {
    const wrong = await govgraph(["serve"], {
      NEO4J_URI: "bolt://127.0.0.1:1",
      NEO4J_PASSWORD: canary,
      PORT: "none",
    });
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).not.toContain(canary);
    const known = await govgraph(["doctor"], { NEO4J_URI: "bolt://127.0.0.1:1", NEO4J_PASSWORD: "ChangeMe" });
    expect(known.stderr).toContain(
      "Warning: NEO4J_PASSWORD: this is a well-known password. Change it in Neo4j and here.",
    );
    expect(known.stdout + known.stderr).not.toContain("ChangeMe");
  });
}

/** Tests that the password of the managed Neo4j stands in its own file alone. */
export function describeManaged(lib: string): void {
  it("the password of the managed Neo4j stands in no other file, log or process argument", {
    timeout: 300_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "govgraph-secret-"));
    const home = join(folder, "home");
    mkdirSync(home);
    execFileSync("cp", ["-al", lib, home]);
    writeFileSync(join(home, "password"), `${canary}\n`, { mode: 0o600 });
    const env = { GOVGRAPH_HOME: home, PORT: "0", LOG_LEVEL: "debug", NEO4J_HEAP_MB: "256" };
    const child = startCommand(["serve"], env, folder);
    let output = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    const seen = new Set<string>();
    const watch = setInterval(() => seen.add(processArguments()), 100);
    try {
      await until("it runs", () => output.includes("Stop with Ctrl-C."), 120_000);
      const url = /^GraphQL +(\S+)\/graphql$/m.exec(output)?.[1] ?? "";
      expect((await ask(url, "{ meta { dataVersion } }")).status).toBe(200);
    } finally {
      clearInterval(watch);
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await ended;
    }
    expect([...seen].join("\n")).not.toContain(canary);
    expect(output).not.toContain(canary);
    expect(filesWith(canary, folder)).toEqual(["home/password"]);
    rmSync(folder, { recursive: true, force: true });
  });
}

/** The files below a folder that hold a text, apart from the jars and Neo4j's own store. */
function filesWith(text: string, folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => {
    const file = join(folder, path);
    if (!statSync(file).isFile() || /(^|\/)(lib-[^/]+|data-[^/]+)\//.test(path)) return false;
    return readFileSync(file).includes(text);
  });
}
