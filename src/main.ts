#!/usr/bin/env node
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, Option } from "commander";
import { CommandError, exitCode } from "./cli/exit.js";
import { Interrupted, isInterrupted } from "./cli/interrupt.js";
import { say } from "./cli/message.js";
import { textsOption } from "./cli/option.js";
import { refuseRepeated } from "./cli/repeated.js";
import { packageVersion } from "./cli/version.js";
import { type Config, ConfigError, readConfig, settingWarnings } from "./config.js";
import { DataError } from "./data/fault.js";
import { GraphError } from "./neo4j/error.js";
import { DatabaseError } from "./neo4j/managed/error.js";

/** The command line. Each command is loaded when it is used, so that `--help` is quick. */
export function program(config: () => Config): Command {
  const govgraph = new Command("govgraph")
    .description(
      "GovGraph 政务图谱: the assessment of China's online government services as a knowledge graph.",
    )
    .version(packageVersion)
    .showHelpAfterError("(see govgraph --help)")
    .configureOutput({ writeErr: (text) => say(text.trimEnd()) })
    .exitOverride()
    .enablePositionalOptions()
    .addHelpText(
      "after",
      `
Examples:
  govgraph serve                             the playground and GraphQL
  govgraph ask leaders city --at-least 3     one question in the terminal
  govgraph ask history 广州 --lang zh        ranks, scores, tiers and leads of one region in all editions
  govgraph neo4j shell                       Cypher on the same graph

Exit codes: 0 ok, 1 data invalid, 2 usage, 3 database unavailable, 4 conflict, 130 interrupted.`,
    );
  govgraph
    .command("serve")
    .description(
      "serve the pages, the playground and GraphQL; settings come from the environment (HOST, PORT, …)",
    )
    .option(...textsOption)
    .action(async (options) => (await import("./cli/serve.js")).serve(options, config()));
  govgraph
    .command("load")
    .description("load the data into the graph: all of them, or nothing")
    .argument(
      "[file...]",
      "edition files to load beside those in the data folder; one of the same year takes its place",
    )
    .option("--check", "show what would change and write nothing")
    .option("--replace", "allow that what a graph at NEO4J_URI already holds is changed or removed")
    .option("--json", "report as JSON on standard output")
    .action(async (files, options) => (await import("./cli/load.js")).load(files, options, config()));
  govgraph
    .command("check")
    .description("check data files and write nothing")
    .argument("[file...]", "edition files to check together with those in the data folder")
    .option("--json", "report as JSON on standard output")
    .action(async (files, options) => (await import("./cli/check.js")).check(files, options, config()));
  govgraph
    .command("extract")
    .description(
      "make a draft edition file from the text of a report, and report the result for each sentence",
    )
    .argument("<text>", "the report's text, in UTF-8; - for standard input")
    .option("-o, --output <file>", "where to write the draft; standard output otherwise")
    .option("--force", "write over a file that exists")
    .option("--json", "with -o: the account of the sentences as JSON on standard output")
    .option("--source <id>", "id of the source in citations; the file's name otherwise")
    .action(async (text, options) => (await import("./cli/extract.js")).extract(text, options, config()));
  govgraph
    .command("ask")
    .description("ask a question; without one, list them all")
    .argument("[question]", "such as leaders; govgraph ask leaders --help lists its arguments")
    .argument("[options...]")
    .helpOption(false)
    .allowUnknownOption()
    .passThroughOptions()
    .action(async (question, options) => {
      const words = question === undefined ? options : [question, ...options];
      await (await import("./cli/ask.js")).ask(words, config());
    });
  govgraph
    .command("verify")
    .description("compare the graph with its data and report the differences")
    .option(...textsOption)
    .option("--json", "report as JSON on standard output")
    .action(async (options) => (await import("./cli/verify.js")).verify(options, config()));
  govgraph
    .command("export")
    .description("write the facts of one edition or of all as a table: one row per fact; with -o all tables")
    .option("--edition <year>", "only this edition (default: all)")
    .addOption(
      new Option("--format <format>", "file format").choices(["csv", "json", "jsonl"]).default("csv"),
    )
    .option(
      "-o, --output <folder>",
      "write all tables into this folder, with a datapackage.json, checksums and citations",
    )
    .option("--bom", "begin CSV with a byte-order mark, which spreadsheets need to read it as UTF-8")
    .option("--force", "replace files in the folder")
    .action(async (options) => (await import("./cli/export.js")).exportData(options, config()));
  govgraph
    .command("neo4j")
    .description("the managed local Neo4j")
    .argument("<action>", "start, stop, status or shell")
    .argument("[arguments...]", "for shell: what cypher-shell takes, such as -f FILE")
    .option("--json", "report the status as JSON on standard output")
    .option("--if-unused", "stop only a Neo4j that no govgraph process uses and neo4j start has not started")
    .allowUnknownOption()
    .action(async (action, words, options) =>
      (await import("./cli/neo4j.js")).neo4j(action, words, options, config()),
    );
  govgraph
    .command("doctor")
    .description("check everything GovGraph needs and say what to do")
    .option("--json", "report as JSON on standard output")
    .action(async (options) => (await import("./cli/doctor.js")).doctor(options, config()));
  for (const command of govgraph.commands) {
    command.showHelpAfterError(`(see govgraph ${command.name()} --help)`);
    refuseRepeated(command);
  }
  return govgraph;
}

/** Runs a command and returns its exit code. Errors go to standard error. */
export async function run(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  try {
    const govgraph = program(() => {
      const config = readConfig(env);
      for (const warning of settingWarnings(env, config)) say(`Warning: ${warning}`);
      return config;
    });
    if (words.length === 0) {
      process.stdout.write(govgraph.helpInformation());
      return exitCode.ok;
    }
    await govgraph.parseAsync([...words], { from: "user" });
    return exitCode.ok;
  } catch (error) {
    return tell(error);
  }
}

function tell(error: unknown): number {
  // Commander has told its own errors already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error instanceof Interrupted) return exitCode.interrupted;
  const { message } = error as Error;
  if (error instanceof ConfigError) {
    say(`Wrong settings:\n${message}`);
    return exitCode.usage;
  }
  if (error instanceof DataError) {
    say(`${message}\nThe data are not valid; nothing was written.`);
    return exitCode.dataInvalid;
  }
  if (error instanceof CommandError) {
    say(message);
    return error.code;
  }
  if (error instanceof DatabaseError) {
    say(message);
    return exitCode.databaseUnavailable;
  }
  if (error instanceof GraphError) {
    say(`${error.code}: ${message}`);
    const { cause } = error;
    if (cause instanceof Error) say(`  Neo4j says: ${cause.message}`);
    return error.code === "CONFLICT" ? exitCode.conflict : exitCode.databaseUnavailable;
  }
  say(error instanceof Error ? (error.stack ?? message) : String(error));
  return exitCode.dataInvalid;
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  // A reader that stops reading (`| head`) is not an error. Without its log, a server goes on serving.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(exitCode.ok);
  });
  process.stderr.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE" && error.code !== "EIO") throw error;
  });
  process.exitCode = await run(process.argv.slice(2), process.env);
  // Statements that an interruption has cut off may still hold connections open.
  if (isInterrupted()) process.exit();
  // Lines of a log that nobody reads must not keep the process alive; data on standard output must.
  const end = () => process.stdout.writableLength === 0 && process.exit();
  setTimeout(end, 1_000).unref();
}
