import { spawn, spawnSync } from "node:child_process";
import { text } from "node:stream/consumers";

/** Returns whether a program is installed. */
export const isInstalled = (program: string) => spawnSync(program, ["--version"]).status === 0;

/** Runs a program to its end and returns what it prints. */
export async function runProgram(program: string, words: readonly string[], input = ""): Promise<string> {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "pipe"], env });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  child.stdin.end(input);
  const [written, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const code = await ended;
  if (code !== 0) throw new Error(`${program} ended with code ${code}: ${errors}`);
  return written;
}
