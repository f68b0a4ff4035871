import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, describe, expect, it } from "vitest";

const run = promisify(execFile);
const source = fileURLToPath(new URL("../../", import.meta.url));
const { version } = JSON.parse(readFileSync(join(source, "package.json"), "utf8")) as { version: string };
const root = mkdtempSync(join(tmpdir(), "govgraph-install-"));
const quiet = ["--no-audit", "--no-fund", "--prefer-offline"];
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A copy of the tracked files, as a fresh clone has them. */
async function clone(name: string): Promise<string> {
  const folder = join(root, name);
  const { stdout } = await run("git", ["ls-files", "-z"], { cwd: source, maxBuffer: 2 ** 24 });
  for (const file of stdout.split("\0").filter((path) => path !== "" && existsSync(join(source, path)))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(source, file), join(folder, file));
  }
  return folder;
}

describe("installing", { timeout: 600_000 }, () => {
  it("the packed package, on this Node and with --engine-strict: overrides do not reach those who install it", async () => {
    const pack = ["pack", "--ignore-scripts", "--pack-destination", root];
    await run("npm", pack, { cwd: source });
    const prefix = join(root, "prefix");
    const tarball = join(root, `govgraph-${version}.tgz`);
    await run("npm", ["install", "--global", "--engine-strict", "--prefix", prefix, ...quiet, tarball]);
    const { stdout } = await run(join(prefix, "bin", "govgraph"), ["--version"], { cwd: root });
    expect(stdout.trim()).toBe(version);
  });

  it("a clone with npm ci, then again without development packages: the build stays and runs", async () => {
    const folder = await clone("clone");
    await run("npm", ["ci", ...quiet], { cwd: folder, maxBuffer: 2 ** 24 });
    const built = readFileSync(join(folder, "dist", "main.js"), "utf8");
    const env = { ...process.env, NODE_ENV: "production" };
    const { stderr } = await run("npm", ["ci", ...quiet], { cwd: folder, env });
    expect(stderr).toContain("dist is used as it is");
    expect(existsSync(join(folder, "node_modules", "typescript"))).toBe(false);
    expect(readFileSync(join(folder, "dist", "main.js"), "utf8")).toBe(built);
    const started = await run("npm", ["start", "--silent", "--", "--help"], { cwd: folder });
    expect(started.stdout).toContain("Usage: govgraph serve");
  });

  it("a clone without development packages: npm ci says what to do, npm start fails with it", async () => {
    const folder = await clone("production");
    const { stderr } = await run("npm", ["ci", "--omit=dev", ...quiet], { cwd: folder });
    const remedy =
      "dist is missing and cannot be built. Run npm ci without --omit=dev and with NODE_ENV unset.";
    expect(stderr).toContain(remedy);
    const failed = await run("npm", ["start", "--silent"], { cwd: folder }).catch(
      (error: { stderr: string; code: number }) => error,
    );
    expect(failed.stderr).toContain(remedy);
    expect(failed).toMatchObject({ code: 1 });
  });
});
