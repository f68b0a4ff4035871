import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * A process that cannot be taken for another one: its id and the moment it started, as the system tells it.
 * An id alone is given again to other processes; a name proves nothing.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly mark: string;
}

/** The mark of a Linux process: boot, and clock ticks from boot to its start (field 22 of its stat line). */
function linuxMark(boot: string, stat: string): string | null {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  // A zombie has ended; only its parent has not asked for the exit code yet.
  return fields[0] === "Z" || fields[0] === "X" || fields[19] === undefined
    ? null
    : `${boot.trim()}/${fields[19]}`;
}

/** @returns the identity of a process that runs now, or null where none has this id */
export function identify(pid: number): ProcessIdentity | null {
  try {
    const mark =
      process.platform === "linux"
        ? linuxMark(
            readFileSync("/proc/sys/kernel/random/boot_id", "utf8"),
            readFileSync(`/proc/${pid}/stat`, "utf8"),
          )
        : portableMark(pid);
    return mark === null ? null : { pid, mark };
  } catch {
    return null;
  }
}

/** The mark where there is no /proc: the start to the second, in the words of ps. */
function portableMark(pid: number): string | null {
  const row = execFileSync("ps", ["-o", "state=,lstart=", "-p", String(pid)], {
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C" },
    stdio: ["ignore", "pipe", "ignore"],
  }).trim();
  return row === "" || row.startsWith("Z") ? null : row.slice(row.indexOf(" ") + 1).trim();
}

/** @returns whether this very process still runs */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.mark === identity.mark;
}

/** This process. */
export function self(): ProcessIdentity {
  return identify(process.pid) ?? { pid: process.pid, mark: "unknown" };
}

/**
 * Written by the child itself before it becomes the command: a parent that is killed right after the start
 * leaves no process that nobody knows of.
 */
const launcher = `
if read -r boot 2>/dev/null </proc/sys/kernel/random/boot_id && read -r stat 2>/dev/null <"/proc/$$/stat"; then :
else boot=ps; stat=$(LC_ALL=C ps -o lstart= -p $$); fi
printf '%s\\n%s\\n%s\\n' "$$" "$boot" "$stat" >"$0" || exit 126
exec "$@"`;

/**
 * Starts a command in a process group of its own, so that Ctrl-C in the terminal reaches us and not it.
 * @param identityFile where the process leaves its identity; `readIdentity` reads it
 * @param output descriptors of files for its standard output and error; pipes would break when we end
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

/** @returns the identity that a launched process left, or null where there is none or it is cut short */
export function readIdentity(file: string): ProcessIdentity | null {
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return null;
  }
  const [pid = "", boot = "", stat = "", end] = lines;
  if (!/^\d+$/.test(pid) || end !== "") return null;
  const mark = boot === "ps" ? stat.trim() : linuxMark(boot, stat);
  return mark === null ? null : { pid: Number(pid), mark };
}

/**
 * Ends a process: asks it (SIGTERM), waits, and kills it (SIGKILL) when the limit is over.
 * @param group whether the signals go to its whole process group, for a command that starts others
 * @returns "gone" when it ended by itself, "killed" when it had to be killed
 */
export async function end(
  identity: ProcessIdentity,
  limitMs: number,
  group = false,
): Promise<"gone" | "killed"> {
  const target = group ? -identity.pid : identity.pid;
  signal(target, "SIGTERM");
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await sleep(20)) {
    if (!isAlive(identity)) return "gone";
  }
  signal(target, "SIGKILL");
  while (isAlive(identity)) await sleep(20);
  return "killed";
}

function signal(target: number, name: NodeJS.Signals): void {
  try {
    process.kill(target, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
