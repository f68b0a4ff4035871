import { Command, Option } from "commander";
import {
  type ExecutionResult,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  graphql,
  isObjectType,
} from "graphql";
import type { Config } from "../config.js";
import { GraphRequest } from "../neo4j/request.js";
import { Catalogue } from "../question/catalogue.js";
import { answerConsistently } from "../question/consistent.js";
import { Context } from "../question/context.js";
import { buildSchema } from "../schema/schema.js";
import { fullSelection, isList, rowsField } from "../table/selection.js";
import { type Format, format, formats, toRow } from "../table/table.js";
import { CommandError, exitCode } from "./exit.js";
import { withGraph } from "./graph.js";
import { say } from "./message.js";
import { textsOption } from "./option.js";
import { addQuestionOptions } from "./questionOptions.js";
import { openTexts } from "./texts.js";

/** Time for one attempt (milliseconds): a person waits longer than a client, above all for a Neo4j that has just started. */
const timeoutMs = 60_000;

type Question = GraphQLField<unknown, unknown>;

/**
 * Asks one question of the GraphQL schema and prints the answer.
 * @param words the question's name and its options, as typed; without a name the questions are listed
 */
export async function ask(words: readonly string[], config: Config): Promise<void> {
  const schema = await buildSchema();
  const questions = schema.getQueryType()?.getFields() ?? {};
  const root = new Command("govgraph ask")
    .usage("<question> [options]")
    .description("Ask a question of the graph. The questions are the root fields of the GraphQL schema.")
    .exitOverride();
  for (const question of Object.values(questions)) {
    const command = root
      .command(question.name)
      .description(question.description ?? "")
      .addOption(new Option("--format <format>", "how to print the answer").choices(formats).default("table"))
      .option("--json", "the same as --format json")
      .option(...textsOption)
      .action((options: Record<string, unknown>) => askOne(schema, question, options, config));
    addQuestionOptions(command, question.args).exitOverride();
  }
  if (words.length === 0) root.help();
  await root.parseAsync([...words], { from: "user" });
}

async function askOne(
  schema: GraphQLSchema,
  question: Question,
  { format: chosen, json, texts: folder, ...values }: Record<string, unknown>,
  config: Config,
): Promise<void> {
  const texts = openTexts(config, folder as string | undefined);
  const given = question.args.filter(({ name }) => values[name] !== undefined);
  const declared = given.map(({ name, type }) => `$${name}: ${type}`).join(", ");
  const passed = given.map(({ name }) => `${name}: $${name}`).join(", ");
  const source = `query Ask${declared && `(${declared})`} { ${question.name}${passed && `(${passed})`}${fullSelection(question.type)} }`;
  const result = await withGraph(config, (graph) => {
    const catalogue = new Catalogue(graph, timeoutMs);
    return answerConsistently(
      () => new Context(new GraphRequest(graph, { deadlineMs: timeoutMs }), catalogue, texts),
      (contextValue) => graphql({ schema, source, variableValues: values, contextValue }),
    );
  });
  print(question, result, json ? "json" : (chosen as Format));
}

function print(question: Question, { data, errors }: ExecutionResult, as: Format): void {
  const [error] = errors ?? [];
  if (error !== undefined) {
    if (error.extensions.code === "BAD_USER_INPUT") throw new CommandError(exitCode.usage, error.message);
    throw error.originalError ?? error;
  }
  const answer = (data as Record<string, unknown>)[question.name];
  if (as === "json") {
    process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    return;
  }
  const type = getNamedType(question.type);
  const field = isObjectType(type) ? rowsField(type) : undefined;
  const one = !isList(question.type) && field === undefined;
  const rows = isList(question.type) ? answer : rowsOf(answer, field);
  const objects = (rows as (Record<string, unknown> | null)[]).filter((row) => row !== null);
  process.stdout.write(
    format(
      objects.map((row) => toRow(row)),
      as,
      one,
    ),
  );
  summarise(answer, objects.length);
}

function rowsOf(answer: unknown, field: GraphQLField<unknown, unknown> | undefined): unknown {
  return field ? (answer as Record<string, unknown> | null)?.[field.name] : [answer];
}

/**
 * Tells on standard error what a table does not show: the edition, the level, how much is known, why there are no
 * rows, and what was cut off.
 */
function summarise(answer: unknown, shown: number): void {
  const { edition, level, total, tiedBeyond, reason, coverage } = (answer ?? {}) as {
    edition?: { year: number };
    level?: string;
    total?: number;
    tiedBeyond?: number;
    reason?: string | null;
    coverage?: { stated: number; total: number | null; unit: string; closed: boolean; note: string | null };
  };
  if (typeof reason === "string") say(reason);
  if (total !== undefined && total > shown && shown > 0) {
    const tied = tiedBeyond ? `; ${tiedBeyond} of the others are as similar as the last one` : "";
    say(`${shown} of ${total} shown${tied}`);
  }
  if (edition === undefined || coverage === undefined) return;
  const known = `${coverage.stated} of ${coverage.total ?? "an open number of"} ${coverage.unit.toLowerCase()} known`;
  say(
    [`edition ${edition.year}`, level?.toLowerCase(), known].filter((part) => part !== undefined).join(" · "),
  );
  if (coverage.note !== null) say(coverage.note);
}
