import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { readOwnFile } from "./ownFile.js";

/** A process id with the time at which that process started. The id alone is not enough: the system reuses ids. */
export interface ProcessIdentity {
  readonly pid: number;
  /** In the system's own terms; only compared, never read. */
  readonly startTime: string;
}

/** The start time of a Linux process: boot id, and clock ticks from boot to start (field 22 of /proc/PID/stat). */
function linuxStartTime(boot: string, stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A zombie has ended; only its parent has not read the exit code yet.
  return fields[0] === "Z" || fields[0] === "X" || fields[19] === undefined
    ? null
    : `${boot.trim()}/${fields[19]}`;
}

/** Returns the identity of the process that has this id now, or null if there is none. */
export function identify(pid: number): ProcessIdentity | null {
  try {
    const startTime =
      process.platform === "linux"
        ? linuxStartTime(
            readFileSync("/proc/sys/kernel/random/boot_id", "utf8"),
            readFileSync(`/proc/${pid}/stat`, "utf8"),
          )
        : portableStartTime(pid);
    return startTime === null ? null : { pid, startTime };
  } catch {
    return null;
  }
}

/** The start time, to the second, where there is no /proc. */
function portableStartTime(pid: number): string | null {
  const row = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  return row === "" || row.startsWith("Z") ? null : row.slice(row.indexOf(" ") + 1).trim();
}

/** Returns whether this very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startTime === identity.startTime;
}

/** Returns the identity of this process. */
export function currentProcess(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, startTime: "unknown" };
}

/** The child writes its own identity before it becomes the command, so it is known even if its parent is killed now. */
const launcher = `
if read -r boot 2>/dev/null </proc/sys/kernel/random/boot_id && read -r stat 2>/dev/null <"/proc/$$/stat"; then :
else boot=ps; stat=$(LC_ALL=C ps -o lstart= -p $$); fi
printf '%s\\n%s\\n%s\\n' "$$" "$boot" "$stat" >"$0" || exit 126
exec "$@"`;

/**
 * Starts a command in a session of its own, so that Ctrl-C in the terminal reaches GovGraph and not the command.
 * @param identityFile where the process writes its identity; `readIdentity` reads it
 * @param output descriptor of a file for its standard output and error; pipes would break when GovGraph ends
 */
export function launch(
  command: string,
  args: readonly string[],
  options: {
    identityFile: string;
    output: "pipe" | number;
    cwd: string;
    env?: NodeJS.ProcessEnv;
    nice?: boolean;
  },
): ChildProcess {
  const nice = options.nice === true ? ["nice", "-n", "19"] : [];
  return spawn("/bin/sh", ["-c", launcher, options.identityFile, ...nice, command, ...args], {
    cwd: options.cwd,
    env: options.env ?? process.env,
    detached: true,
    stdio: ["ignore", options.output, options.output],
  });
}

/** Returns the identity in a file that `launch` wrote; null if there is no such file or it is incomplete. */
export function readIdentity(file: string): ProcessIdentity | null {
  const [pid = "", boot = "", stat = "", end] = (readOwnFile(file) ?? "").split("\n");
  if (!/^\d+$/.test(pid) || end !== "") return null;
  const startTime = boot === "ps" ? stat.trim() : linuxStartTime(boot, stat);
  return startTime === null ? null : { pid: Number(pid), startTime };
}

/**
 * Ends a process: sends SIGTERM, waits, and sends SIGKILL after the time limit.
 * @param group whether to signal its whole process group, for a command that starts others
 */
export async function terminate(identity: ProcessIdentity, limitMs: number, group = false): Promise<void> {
  const target = group ? -identity.pid : identity.pid;
  const deadline = performance.now() + limitMs;
  if (isRunning(identity)) signal(target, "SIGTERM");
  while (isRunning(identity)) {
    if (performance.now() > deadline) signal(target, "SIGKILL");
    await sleep(20);
  }
}

function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
