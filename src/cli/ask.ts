import { Command, Option } from "commander";
import { GraphQLError, type GraphQLSchema } from "graphql";
import type { Config } from "../config.js";
import { buildSchema } from "../schema/schema.js";
import { questionsByTopic } from "../schema/topics.js";
import { readArguments, splitList } from "../table/arguments.js";
import { languages } from "../table/column.js";
import { splitDescription } from "../table/description.js";
import type { Question } from "../table/request.js";
import { planTable } from "../table/table.js";
import { askQuestion } from "./askQuestion.js";
import { CommandError, exitCode } from "./exit.js";
import { say, terminalWidth } from "./message.js";
import { textsOption } from "./option.js";
import { checkOutput, formats, type OutputOptions, printAnswer } from "./output.js";
import { addArguments, exampleCommand, readTexts, usageOf } from "./questionCommand.js";
import { refuseRepeated } from "./repeated.js";
import { openTexts } from "./texts.js";

interface AskOptions extends OutputOptions {
  readonly texts?: string;
}

/**
 * Asks one question of the GraphQL schema and prints the answer.
 * @param words the question's name and its arguments, as typed; without a name the questions are listed
 */
export async function ask(words: readonly string[], config: Config): Promise<void> {
  const schema = await buildSchema();
  const isChinese = /(?:^| )--lang[= ]zh\b/.test(words.join(" "));
  const root = new Command("govgraph ask")
    .usage("<question> [arguments] [options]")
    .description("Ask a question of the graph. The questions are the root fields of the GraphQL schema.")
    .addOption(new Option("--lang <language>", "language of this list").choices(["en", "zh"]))
    .configureHelp({ subcommandTerm: (command) => `${command.name()} ${command.usage()}`.trimEnd() })
    .configureOutput(output)
    .helpCommand(false)
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError("(see govgraph ask --help)")
    .addHelpText("after", "\nHelp for one question: govgraph ask leaders --help");
  for (const [topic, questions] of questionsByTopic(schema)) {
    const heading = `${topic.charAt(0).toUpperCase()}${topic.slice(1)}:`;
    for (const question of questions) {
      root.addCommand(toCommand(schema, question, isChinese, config).helpGroup(heading));
    }
  }
  if (words.every((word, index) => word.startsWith("--lang") || words[index - 1] === "--lang")) root.help();
  await root.parseAsync([...words], { from: "user" });
}

/** Widest line of help (terminal columns). */
const widestHelp = 120;

/** Help as wide as the terminal, and errors without characters that a terminal obeys. */
const output = {
  getOutHelpWidth: () => Math.min(terminalWidth(), widestHelp),
  writeErr: (text: string) => say(text.trimEnd()),
};

const firstSentence = (text: string) => text.replace(/(?<=[.?] ).*$/s, "").trim();

function toCommand(schema: GraphQLSchema, question: Question, isChinese: boolean, config: Config): Command {
  const { english, chinese } = splitDescription(question.description);
  const description = isChinese ? chinese : english;
  const command = new Command(question.name)
    .description(description)
    .summary(firstSentence(description))
    .usage(usageOf(question))
    .configureOutput(output);
  addArguments(command.optionsGroup("Arguments of the question:"), question);
  command
    .optionsGroup("Output:")
    .addOption(new Option("--format <format>", "format of the answer").choices(formats).default("table"))
    .option("--json", "the same as --format json: the whole answer")
    .option("--long <list>", "one row per entry of this list of the answer, with all its fields")
    .option("--columns <names>", "only these columns, in this order, separated by commas", addUp)
    .option("--wide", "with table: all columns, even if they are wider than the terminal")
    .addOption(new Option("--lang <language>", "language of names").choices(languages).default("both"))
    .option("--bom", "with csv: begin with a byte-order mark, which spreadsheets need to read UTF-8")
    .option("-o, --output <file>", "write to this file instead of standard output")
    .option("--force", "with -o: replace the file if it exists")
    .option(...textsOption)
    .helpOption("-h, --help", "show this help")
    .exitOverride()
    .showHelpAfterError(`(see govgraph ask ${question.name} --help)`)
    .addHelpText("after", () => `\nExample:\n  ${exampleCommand(question)}\n\n${describeTable(question)}`)
    .action(async (...given: unknown[]) => {
      // Commander passes the positional arguments, then the options and the command.
      const positional = given.slice(0, -2) as (string | string[] | undefined)[];
      await askOne(schema, question, positional, given.at(-2) as AskOptions, config);
    });
  refuseRepeated(command, ["columns", ...question.args.map(({ name }) => name)]);
  return command;
}

const addUp = (text: string, before: string | undefined) =>
  before === undefined ? text : `${before},${text}`;

function describeTable(question: Question): string {
  const { columns, layout } = planTable(question);
  const names = columns.map(({ name }) => name).join(", ");
  const lists = layout.lists.join(", ");
  return `Columns: ${names}${lists === "" ? "" : `\n\nLists for --long: ${lists}`}`;
}

async function askOne(
  schema: GraphQLSchema,
  question: Question,
  positional: readonly (string | string[] | undefined)[],
  options: AskOptions,
  config: Config,
): Promise<void> {
  const { values, plan } = checkUsage(question, () => ({
    values: readArguments(question.args, readTexts(question, positional, { ...options })),
    plan: planTable(question, {
      long: options.long,
      columns: options.columns === undefined ? [] : splitList(options.columns),
      language: options.lang,
    }),
  }));
  checkOutput(options);
  const texts = openTexts(config, options.texts);
  const answered = await askQuestion(schema, question, values, texts, config);
  await printAnswer(plan, answered, options);
}

/** Turns an error about arguments into one about usage. */
function checkUsage<T>(question: Question, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    throw new CommandError(
      exitCode.usage,
      `error: ${error.message}\n(see govgraph ask ${question.name} --help)`,
    );
  }
}
