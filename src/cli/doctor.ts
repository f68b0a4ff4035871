import { existsSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { checkFiles } from "../data/dataset.js";
import { readLoaded } from "../load/loaded.js";
import { GraphError } from "../neo4j/error.js";
import { type Check, diagnose } from "../neo4j/managed/diagnose.js";
import { databaseStatus } from "../neo4j/managed/status.js";
import { dataFolder } from "./data.js";
import { CommandError, exitCode } from "./exit.js";
import { openGraph } from "./graph.js";
import { print } from "./message.js";

/** Checks everything GovGraph needs on this machine, and prints what to do if something is missing. Changes nothing. */
export async function doctor({ json }: { json?: boolean }, config: Config): Promise<void> {
  const checks = [
    nodeCheck(),
    await portCheck(config),
    pagesCheck(),
    dataCheck(config),
    ...(config.NEO4J_URI === undefined ? await managedChecks(config) : [await graphCheck(config)]),
  ];
  if (json) process.stdout.write(`${JSON.stringify(checks, null, 2)}\n`);
  else {
    for (const { name, ok, found, needed, remedy } of checks) {
      print(`${ok ? "ok     " : "MISSING"}  ${name}: ${found}`);
      if (!ok) print([`           needed: ${needed}`, `           do: ${remedy}`]);
    }
  }
  const bad = checks.filter(({ ok }) => !ok).map(({ name }) => name);
  if (bad.length > 0) throw new CommandError(exitCode.databaseUnavailable, `not ready: ${bad.join(", ")}`);
}

const check = (name: string, ok: boolean, found: string, needed: string, remedy: string): Check => ({
  name,
  ok,
  found,
  needed,
  remedy: ok ? null : remedy,
});

function nodeCheck(): Check {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const ok = major > 20 || (major === 20 && minor >= 19);
  return check("Node.js", ok, process.versions.node, "20.19 or newer", "install a newer Node.js");
}

/** Checks that the server's port is free, or held by a GovGraph server that runs. */
async function portCheck({ HOST, PORT }: Config): Promise<Check> {
  const isFree = await new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(PORT, HOST, () => probe.close(() => resolve(true)));
  });
  const isServing = !isFree && (await answersAsGovGraph(HOST, PORT));
  const state = isFree ? "is free" : isServing ? "is used by a running govgraph serve" : "is taken";
  return check(
    "port",
    isFree || isServing,
    `${PORT} at ${HOST} ${state}`,
    "a free port, or one used by govgraph serve",
    "end the program that uses the port, or set PORT to another port, or to 0 for any free port",
  );
}

/** Longest wait for an answer of the server on this machine (milliseconds). */
const answerTimeoutMs = 3_000;

async function answersAsGovGraph(host: string, port: number): Promise<boolean> {
  const local = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  const address = local.includes(":") ? `[${local}]` : local;
  try {
    const signal = AbortSignal.timeout(answerTimeoutMs);
    const answer = await fetch(`http://${address}:${port}/livez`, { signal });
    return answer.ok && ((await answer.json()) as { status?: unknown } | null)?.status === "live";
  } catch {
    return false;
  }
}

function pagesCheck(): Check {
  const ok = existsSync(fileURLToPath(new URL("../../web-dist/index.html", import.meta.url)));
  const found = ok ? "built" : "not built";
  return check("playground", ok, found, "the built playground in web-dist", "npm run build:web");
}

function dataCheck(config: Config): Check {
  const { faults, files } = checkFiles(dataFolder(config), [], { texts: config.GOVGRAPH_TEXTS });
  const found = `${faults.length} faults in ${files.length} files`;
  return check(
    "data",
    faults.length === 0,
    found,
    "no faults",
    "run govgraph check, which lists every fault",
  );
}

/** Checks what the managed Neo4j needs, and its graph if it runs. Does not start it. */
async function managedChecks(config: Config): Promise<Check[]> {
  const checks = await diagnose({
    home: config.GOVGRAPH_HOME,
    javaHome: config.NEO4J_JAVA_HOME,
    boltPort: config.NEO4J_BOLT_PORT,
    httpPort: config.NEO4J_HTTP_PORT,
  });
  if (!checks.every(({ ok }) => ok)) return checks;
  const { running } = await databaseStatus(config.GOVGRAPH_HOME);
  return running ? [...checks, await graphCheck(config)] : checks;
}

/** Checks that the graph answers and holds data. */
async function graphCheck(config: Config): Promise<Check> {
  const needed = "a Neo4j that answers and holds GovGraph's data";
  const opened = await openGraph(config);
  try {
    const { version } = await opened.graph.ping();
    const loaded = await readLoaded(opened.graph);
    const found = `Neo4j ${version} at ${opened.uri}, ${loaded === null ? "no data" : `data version ${loaded.dataVersion}`}`;
    return check("graph", loaded !== null, found, needed, "govgraph load");
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    const cause = error.cause instanceof Error ? `: ${error.cause.message.split("\n")[0]}` : "";
    const remedy =
      "check NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE, and whether that Neo4j runs";
    return check("graph", false, `${opened.uri}: ${error.message}${cause}`, needed, remedy);
  } finally {
    await opened.close();
  }
}
