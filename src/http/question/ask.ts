import type { FastifyRequest } from "fastify";
import type { ExecutionResult, GraphQLFormattedError, GraphQLSchema } from "graphql";
import { GraphError } from "../../neo4j/error.js";
import { answerConsistently } from "../../question/consistent.js";
import type { ArgumentValues } from "../../table/arguments.js";
import { followPages } from "../../table/follow.js";
import { type Question, toRequest } from "../../table/request.js";
import { failureOf, httpErrorOf } from "../errors.js";
import { type Execution, executeRequest, type GraphQLAnswer } from "../execute.js";
import type { CypherOfAnswer } from "../explain.js";
import type { RequestState } from "../requestState.js";

/** A question with its arguments. */
export interface Asking {
  readonly schema: GraphQLSchema;
  readonly question: Question;
  readonly values: ArgumentValues;
  /** Whether the statements behind the answer are needed. */
  readonly explain?: boolean;
}

/** The execution that a question is part of. */
export interface Run {
  readonly signal: AbortSignal;
  /** Receives the state of each attempt. */
  readonly attempts: RequestState[];
  /** When it must be finished (milliseconds, as `performance.now`). Not given: at the deadline for requests. */
  readonly endsAt?: number;
}

/** The whole answer to a question. */
export interface Asked {
  /** The value of the field, as in GraphQL. */
  readonly answer: unknown;
  readonly dataVersion: string;
  /** The statements behind the answer; empty unless they were asked for. */
  readonly cypher: readonly CypherOfAnswer[];
  /** The GraphQL answer with the last page of the list. */
  readonly last: GraphQLAnswer;
}

/** The GraphQL answers that one answer is made of. All must be of the same data version. */
class Pages {
  readonly answers: { readonly page: GraphQLAnswer; readonly result: ExecutionResult }[] = [];
  isConsistent(): Promise<boolean> {
    return Promise.resolve(
      new Set(this.answers.map(({ result }) => result.extensions?.dataVersion)).size <= 1,
    );
  }
}

/**
 * Asks a question through the same limits and the same execution as a GraphQL request. Lists are followed to their end.
 * @throws HttpError if anything in the answer failed, GraphQLError for a request beyond a limit
 */
export async function askQuestion(
  { id, log }: FastifyRequest,
  execution: Execution,
  { schema, question, values, explain = false }: Asking,
  { signal, attempts, endsAt = performance.now() + execution.config.GOVGRAPH_DEADLINE_MS }: Run,
): Promise<Asked> {
  const headers = { "content-type": "application/json", ...(explain && { "govgraph-explain": "cypher" }) };
  const execute = async (pages: Pages, query: string, variables: ArgumentValues) => {
    const request = { id, log, method: "POST", url: "/graphql", headers, body: { query, variables } };
    const deadlineMs = endsAt - performance.now();
    const page = await executeRequest(request, execution, { signal, attempts, deadlineMs });
    const result = JSON.parse(page.body) as ExecutionResult;
    pages.answers.push({ page, result });
    return result;
  };
  const follow = async (pages: Pages): Promise<Asked> => {
    const { data, errors, extensions } = await followPages(
      question,
      values,
      (given) => toRequest(schema, question, given),
      ({ document, variables }) => execute(pages, document, variables),
    );
    if (errors !== undefined) throw failureOf(errors as readonly GraphQLFormattedError[]);
    return {
      answer: data?.[question.name],
      dataVersion: String(extensions?.dataVersion),
      cypher: (extensions?.cypher as readonly CypherOfAnswer[] | undefined) ?? [],
      last: pages.answers.at(-1)?.page as GraphQLAnswer,
    };
  };
  try {
    return await answerConsistently(() => new Pages(), follow);
  } catch (error) {
    throw error instanceof GraphError ? httpErrorOf(error) : error;
  }
}
