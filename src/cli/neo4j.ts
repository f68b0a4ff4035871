import type { Config } from "../config.js";
import type { ManagedDatabase } from "../neo4j/managed/managed.js";
import { runShell } from "../neo4j/managed/shell.js";
import { databaseStatus } from "../neo4j/managed/status.js";
import { stopDatabase } from "../neo4j/managed/stop.js";
import { CommandError, exitCode } from "./exit.js";
import { followData, openManaged } from "./graph.js";
import { acquireManaged } from "./managed.js";
import { say } from "./message.js";

const actions = ["start", "stop", "status", "shell"];

/** Looks after the managed local Neo4j. @param words further arguments, for cypher-shell */
export async function neo4j(
  action: string,
  words: readonly string[],
  { json }: { json?: boolean },
  config: Config,
): Promise<void> {
  if (!actions.includes(action)) {
    throw new CommandError(exitCode.usage, `neo4j: expected ${actions.join(", ")}, got "${action}"`);
  }
  if (action !== "shell" && words.length > 0) {
    throw new CommandError(exitCode.usage, `neo4j ${action} takes no arguments, got "${words.join(" ")}"`);
  }
  if (config.NEO4J_URI !== undefined) {
    throw new CommandError(
      exitCode.usage,
      `NEO4J_URI is set, so GovGraph manages no Neo4j here. Unset it, or use the tools of the Neo4j at ${config.NEO4J_URI}.`,
    );
  }
  if (action === "start") await start(config);
  else if (action === "stop") await stop(config);
  else if (action === "status") await status(config, json === true);
  else await shell(words, config);
}

async function start(config: Config): Promise<void> {
  const database = await acquireManaged(config);
  try {
    await follow(config, database);
    await database.keep();
  } finally {
    await database.release();
  }
  await status(config, false);
}

/** Brings the graph of a Neo4j that someone holds up to the data files. */
async function follow(config: Config, database: ManagedDatabase): Promise<void> {
  const { graph, close } = openManaged(config, database);
  await followData(graph, config).finally(close);
}

async function stop(config: Config): Promise<void> {
  const { wasRunning, holders } = await stopDatabase(config.GOVGRAPH_HOME);
  if (!wasRunning) say("no Neo4j was running");
  else if (holders.length === 0) say("stopped");
  else say(`in use by process ${holders.join(", ")}; it stops when the last of them ends`);
}

async function status(config: Config, json: boolean): Promise<void> {
  const found = await databaseStatus(config.GOVGRAPH_HOME);
  if (json) {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (!found.running) {
    say(`no Neo4j is running in ${found.home}; start one with govgraph neo4j start`);
    return;
  }
  const users =
    found.holders.length > 0 ? `used by process ${found.holders.join(", ")}` : "used by nobody now";
  say(`Neo4j ${found.version} runs as process ${found.pid} since ${found.since}, ${users}`);
  say(`Neo4j Browser  ${found.browserUrl}  user ${found.user}, password in ${found.passwordFile}`);
  say(`Bolt           ${found.uri}${found.answers ? "" : "  (does not answer)"}`);
}

/** cypher-shell on the graph, which is started and loaded for it if need be. */
async function shell(words: readonly string[], config: Config): Promise<void> {
  const database = await acquireManaged(config);
  try {
    await follow(config, database);
    const code = await runShell(config.GOVGRAPH_HOME, words);
    if (code !== 0) throw new CommandError(code, `cypher-shell ended with exit code ${code}`);
  } finally {
    await database.release();
  }
}
