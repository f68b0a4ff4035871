import { spawn } from "node:child_process";

/** Waits for a line. When the pipe is closed without one, the process at its other end has died. */
const script = 'read -r released || exec "$@"';

/**
 * Runs a command if this process dies without a chance to act, for example by SIGKILL or out of memory.
 * @param command program and arguments; it runs in a session of its own
 * @returns a function that cancels this
 */
export function runAfterCrash(command: readonly string[], env: NodeJS.ProcessEnv): () => void {
  const child = spawn("/bin/sh", ["-c", script, "govgraph-watchdog", ...command], {
    detached: true,
    env,
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.unref();
  child.on("error", () => {});
  const { stdin } = child;
  stdin.on("error", () => {});
  // A pipe is a socket for Node; it must not keep this process alive.
  (stdin as unknown as { unref(): void }).unref();
  return () => {
    stdin.end("released\n");
  };
}
