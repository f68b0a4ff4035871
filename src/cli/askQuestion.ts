import { type GraphQLSchema, graphql } from "graphql";
import type { Config } from "../config.js";
import { GraphRequest } from "../neo4j/request.js";
import { Catalogue } from "../question/catalogue.js";
import { answerConsistently } from "../question/consistent.js";
import { Context } from "../question/context.js";
import type { Texts } from "../question/facts/quote.js";
import type { ArgumentValues } from "../table/arguments.js";
import { followPages } from "../table/follow.js";
import type { Provenance } from "../table/notes.js";
import { type Question, toRequest } from "../table/request.js";
import { CommandError, exitCode } from "./exit.js";
import { withGraph } from "./graph.js";
import { packageVersion } from "./version.js";

/** Time for one attempt (milliseconds): a person waits longer than a client, above all for a Neo4j that has just started. */
const timeoutMs = 60_000;

/** An answer and what it was made from. */
export interface Answered {
  readonly answer: unknown;
  readonly provenance: Provenance;
}

/** Asks a question and follows its pages, all at one data version. @throws CommandError usage, GraphError */
export async function askQuestion(
  schema: GraphQLSchema,
  question: Question,
  values: ArgumentValues,
  texts: Texts | null,
  config: Config,
): Promise<Answered> {
  const { answer, dataVersion } = await withGraph(config, (graph) => {
    const catalogue = new Catalogue(graph, timeoutMs);
    return answerConsistently(
      () => new Context(new GraphRequest(graph, { deadlineMs: timeoutMs }), catalogue, texts),
      async (context) => ({
        answer: await askInContext(schema, question, values, context),
        dataVersion: (await context.snapshot()).dataVersion,
      }),
    );
  });
  return { answer, provenance: { question, values, dataVersion, version: packageVersion } };
}

/** Asks a question and follows its pages in a context. @throws CommandError usage, GraphError */
export async function askInContext(
  schema: GraphQLSchema,
  question: Question,
  values: ArgumentValues,
  contextValue: Context,
): Promise<unknown> {
  const { data, errors } = await followPages(
    question,
    values,
    (page) => toRequest(schema, question, page),
    ({ document, variables }) =>
      graphql({ schema, source: document, variableValues: { ...variables }, contextValue }),
  );
  const [error] = errors ?? [];
  if (error === undefined) return data?.[question.name];
  if (error.extensions.code === "BAD_USER_INPUT") throw new CommandError(exitCode.usage, error.message);
  throw error.originalError ?? error;
}
