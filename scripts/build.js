// Builds dist and web-dist: npm run build from scratch, npm start only the sources that changed. Without the development
// packages (npm ci --omit=dev) it cannot build; then it deletes nothing and prints what to do.
import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
const event = process.env.npm_lifecycle_event;

const missing = ["typescript", "vite"].filter((name) => !existsSync(`node_modules/${name}`));
if (missing.length > 0) {
  const isBuilt = existsSync("dist/main.js");
  console.error(
    isBuilt && event !== "build"
      ? "The development packages are not installed, so dist is used as it is. To build it again, run npm ci without --omit=dev."
      : `The development packages (${missing.join(", ")}) are not installed, so dist ${isBuilt ? "cannot be built again" : "is missing and cannot be built"}. Run npm ci without --omit=dev and with NODE_ENV unset.`,
  );
  process.exit(event === "prepare" || (event === "prestart" && isBuilt) ? 0 : 1);
}

const compile = ["tsc", "-p", "tsconfig.build.json"];
const bundle = ["vite", "build", "web", "--logLevel", "warn"];
if (event !== "prestart") rmSync("dist", { recursive: true, force: true });
for (const [command, ...args] of event === "prestart" ? [compile] : [compile, bundle]) {
  const { status } = spawnSync(`node_modules/.bin/${command}`, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
