import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { program } from "../../src/main.js";

const root = new URL("../../", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, root), "utf8");

/** The Dockerfile's instructions, continued lines joined. */
const instructions = read("Dockerfile")
  .replaceAll("\\\n", " ")
  .split("\n")
  .flatMap((line) => {
    const [, name, rest] = /^\s*([A-Z]+) +(.*)$/.exec(line) ?? [];
    return name === undefined || rest === undefined ? [] : [{ name, rest: rest.trim() }];
  });
const all = (name: string) => instructions.filter((one) => one.name === name).map(({ rest }) => rest);

/** What is copied from the repository, and where to. */
const copies = all("COPY")
  .filter((rest) => !rest.startsWith("--from="))
  .map((rest) => {
    const words = rest.split(/\s+/);
    return { from: words.slice(0, -1), to: words.at(-1) };
  });
const copied = copies.flatMap(({ from }) => from);

const manifest = JSON.parse(read("package.json")) as {
  name: string;
  files: string[];
  bin: Record<string, string>;
  engines: { node: string };
  scripts: Record<string, string>;
};

describe("Dockerfile", () => {
  test("copies files that exist, folders under their own names", () => {
    for (const path of copied) expect(existsSync(new URL(path, root)), `${path}: no such file`).toBe(true);
    for (const { from, to } of copies) expect(to === "./" || to === from[0]).toBe(true);
  });

  test("copies all that the package is made of: its files, or what they are built from", () => {
    const builtFrom: Record<string, string> = { dist: "src", "web-dist": "web" };
    for (const file of manifest.files.filter((one) => !one.startsWith("!"))) {
      const source = builtFrom[file] ?? file;
      const found = copied.some((path) => source === path || source.startsWith(`${path}/`));
      expect(
        found,
        `${file}: package.json lists it, the Dockerfile copies neither it nor a folder with it`,
      ).toBe(true);
    }
  });

  test("sends the builder nothing else: .dockerignore lets in what is copied, and no more", () => {
    const rules = read(".dockerignore")
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    expect(rules[0]).toBe("*");
    const let_in = rules.flatMap((rule) => (rule.startsWith("!") ? [rule.slice(1)] : []));
    expect(let_in.toSorted()).toEqual(copied.toSorted());
  });

  test("runs as a user without rights, on the Node LTS that npm run test:lts uses", () => {
    const images = all("FROM").map((rest) => rest.split(" ")[0]);
    const [, lts] = /--package=node@(\d+) /.exec(manifest.scripts["test:lts"] ?? "") ?? [];
    expect(new Set(images)).toEqual(new Set([`node:${lts}-trixie-slim`]));
    expect(Number(lts)).toBeGreaterThanOrEqual(24);
    expect(manifest.engines.node).toBe(">=20.19");
    expect(all("USER")).toEqual(["node"]);
  });

  test("starts a command of govgraph, by the package's own program", () => {
    const entrypoint = JSON.parse(all("ENTRYPOINT")[0] ?? "[]") as string[];
    expect(entrypoint.at(-1)).toBe(`/app/${manifest.bin[manifest.name]}`);
    const [command] = JSON.parse(all("CMD")[0] ?? "[]") as string[];
    expect(program(() => expect.fail("reads no settings")).commands.map((one) => one.name())).toContain(
      command,
    );
  });

  test("is healthy while /livez says so, on the port that it listens on", async () => {
    const [options, command] = all("HEALTHCHECK")[0]?.split(/\s+CMD\s+/) ?? [];
    expect(options).toContain("--start-period=");
    let status = 200;
    const asked: (string | undefined)[] = [];
    const server = createServer(({ url }, response) => {
      asked.push(url);
      response.writeHead(status).end();
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const { port } = server.address() as AddressInfo;
    const check = async () => {
      const [program, ...words] = JSON.parse(command ?? "[]") as string[];
      expect(program).toBe("node");
      const child = spawn(process.execPath, words, { env: { PORT: String(port) }, stdio: "ignore" });
      return (await once(child, "exit"))[0] as number;
    };
    expect(await check()).toBe(0);
    status = 503;
    expect(await check()).toBe(1);
    server.close();
    await once(server, "close");
    expect(await check()).toBe(1);
    expect(asked).toEqual(["/livez", "/livez"]);
  });

  test("lets the port be set in one place", () => {
    expect(all("ENV").join(" ")).toContain("PORT=4000");
    expect(all("EXPOSE")).toEqual(["4000"]);
  });
});
