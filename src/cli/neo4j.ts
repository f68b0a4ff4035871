import type { Config } from "../config.js";
import type { ManagedDatabase } from "../neo4j/managed/managed.js";
import { runShell } from "../neo4j/managed/shell.js";
import { databaseStatus } from "../neo4j/managed/status.js";
import { stopDatabase } from "../neo4j/managed/stop.js";
import { readData } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { followData, openManaged } from "./graph.js";
import { ignoreInterrupts, interruption, orInterrupted } from "./interrupt.js";
import { acquireManaged } from "./managed.js";
import { print, say } from "./message.js";

const actions = ["start", "stop", "status", "shell"];

export interface Neo4jOptions {
  readonly json?: boolean;
  readonly ifUnused?: boolean;
}

/** Starts, stops, shows or queries the managed Neo4j. @param words further arguments, for cypher-shell */
export async function neo4j(
  action: string,
  words: readonly string[],
  { json = false, ifUnused = false }: Neo4jOptions,
  config: Config,
): Promise<void> {
  if (!actions.includes(action)) {
    throw new CommandError(exitCode.usage, `neo4j: expected ${actions.join(", ")}, got "${action}"`);
  }
  if (action !== "shell" && words.length > 0) {
    throw new CommandError(
      exitCode.usage,
      `neo4j ${action}: expected no further arguments, got "${words.join(" ")}"`,
    );
  }
  if (ifUnused && action !== "stop") {
    throw new CommandError(exitCode.usage, `--if-unused: expected with neo4j stop, got neo4j ${action}`);
  }
  if (config.NEO4J_URI !== undefined) {
    throw new CommandError(
      exitCode.usage,
      `NEO4J_URI is set, so GovGraph manages no Neo4j here. Unset it, or use the tools of the Neo4j at ${config.NEO4J_URI}.`,
    );
  }
  if (action === "start") await start(config);
  else if (action === "stop") await stop(config, ifUnused);
  else if (action === "status") await status(config, json);
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

/** Loads the data files into a managed Neo4j if it holds another version. */
async function follow(config: Config, database: ManagedDatabase): Promise<void> {
  const { graph, close } = openManaged(config, database);
  await orInterrupted(followData(graph, readData(config))).finally(close);
}

async function stop(config: Config, ifUnused: boolean): Promise<void> {
  const { wasRunning, holders } = await stopDatabase(config.GOVGRAPH_HOME, { ifUnused });
  if (!wasRunning) say("no Neo4j was running");
  else if (holders.length > 0)
    say(`in use by process ${holders.join(", ")}; it stops when the last of them ends`);
  else say(ifUnused && (await databaseStatus(config.GOVGRAPH_HOME)).running ? "left running" : "stopped");
}

async function status(config: Config, json: boolean): Promise<void> {
  const found = await databaseStatus(config.GOVGRAPH_HOME);
  if (json) {
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return;
  }
  if (!found.running) {
    print(`no Neo4j is running in ${found.home}; start one with govgraph neo4j start`);
    return;
  }
  const users =
    found.holders.length > 0 ? `used by process ${found.holders.join(", ")}` : "used by no process now";
  print(`Neo4j ${found.version} runs as process ${found.pid} since ${found.since}, ${users}`);
  print(`Neo4j Browser  ${found.browserUrl}  user ${found.user}, password in ${found.passwordFile}`);
  print(`Bolt           ${found.uri}${found.answers ? "" : "  (does not answer)"}`);
}

/** Runs cypher-shell on the graph, which is started and loaded first if needed. */
async function shell(words: readonly string[], config: Config): Promise<void> {
  const database = await acquireManaged(config);
  try {
    await follow(config, database);
    const code = await ignoreInterrupts(() => runShell(config.GOVGRAPH_HOME, words, interruption()));
    if (code !== 0) throw new CommandError(code, `cypher-shell ended with exit code ${code}`);
  } finally {
    await database.release();
  }
}
