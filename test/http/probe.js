// Is loaded into a server under test (node --import) and reports what that process takes, on request of its parent.
import { monitorEventLoopDelay } from "node:perf_hooks";

const delay = monitorEventLoopDelay({ resolution: 20 });
delay.enable();

process.on("message", (/** @type {{ id: number, collect: boolean }} */ { id, collect }) => {
  if (collect) globalThis.gc?.();
  /** @type {Record<string, number>} */
  const resources = {};
  for (const name of process.getActiveResourcesInfo()) resources[name] = (resources[name] ?? 0) + 1;
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ id, cpuMs: (user + system) / 1_000, rss, heapUsed, resources, delayMs: delay.max / 1e6 });
  delay.reset();
});
process.channel?.unref();
