import { readFileSync } from "node:fs";

/** Clock ticks a second in /proc; 100 on every Linux that Node runs on. */
const ticks = 100;

/**
 * CPU that a process has used since its start, in milliseconds, to the nearest ten; null where there is no /proc.
 * @param {number} pid
 */
export function cpuOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) * 1_000) / ticks;
  } catch {
    return null;
  }
}

/**
 * Memory that a process holds now and held at most, in MiB; null where there is no /proc.
 * @param {number} pid
 */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const of = (/** @type {string} */ name) =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
    return { now: of("VmRSS"), most: of("VmHWM") };
  } catch {
    return null;
  }
}

/** How busy the machine is, as the system says: processes that ran or waited in the last minute. */
export function loadNow() {
  try {
    return Number(readFileSync("/proc/loadavg", "utf8").split(" ")[0]);
  } catch {
    return null;
  }
}
