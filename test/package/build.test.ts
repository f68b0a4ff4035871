import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const script = fileURLToPath(new URL("../../scripts/build.js", import.meta.url));
const root = mkdtempSync(join(tmpdir(), "govgraph-build-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** A checkout without development packages, as npm ci --omit=dev leaves it. */
function checkout(name: string, isBuilt: boolean): string {
  const folder = join(root, name);
  mkdirSync(join(folder, "scripts"), { recursive: true });
  cpSync(script, join(folder, "scripts", "build.js"));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  if (isBuilt) {
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist", "main.js"), "");
  }
  return folder;
}

/** Runs the script as npm does for a lifecycle event. */
function build(folder: string, event: string) {
  const env = { ...process.env, npm_lifecycle_event: event };
  const { status, stderr } = spawnSync(process.execPath, [join(folder, "scripts", "build.js")], {
    env,
    encoding: "utf8",
  });
  return { status, stderr, isBuilt: existsSync(join(folder, "dist", "main.js")) };
}

describe("without the development packages", () => {
  const used =
    "The development packages are not installed, so dist is used as it is. To build it again, run npm ci without --omit=dev.\n";
  const remedy = "Run npm ci without --omit=dev and with NODE_ENV unset.\n";
  const missing = `The development packages (typescript, vite) are not installed, so dist is missing and cannot be built. ${remedy}`;
  const stale = `The development packages (typescript, vite) are not installed, so dist cannot be built again. ${remedy}`;

  it.each([
    ["prepare", true, 0, used],
    ["prestart", true, 0, used],
    ["build", true, 1, stale],
    ["prepare", false, 0, missing],
    ["prestart", false, 1, missing],
    ["build", false, 1, missing],
  ])("%s, built before: %s: exit code %i, one line, nothing deleted", (event, isBuilt, status, stderr) => {
    const folder = checkout(`${event}-${isBuilt}`, isBuilt);
    expect(build(folder, event)).toEqual({ status, stderr, isBuilt });
  });
});
