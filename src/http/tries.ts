import { type ExecutionResult, GraphQLError } from "graphql";
import { GraphError } from "../neo4j/error.js";
import { atOneVersion } from "../question/oneVersion.js";
import type { Exchange, QuestionContext } from "./exchange.js";

/**
 * Executes the operation of an exchange, and once more with a fresh context when data were loaded meanwhile, until
 * all of the answer is of one version.
 * @param execute answers the operation for a context
 */
export async function executeAtOneVersion(
  exchange: Exchange,
  execute: (context: QuestionContext) => Promise<ExecutionResult>,
): Promise<ExecutionResult> {
  let first = true;
  const begin = () => {
    if (!first) startAnew(exchange);
    first = false;
    return exchange.context;
  };
  try {
    return await atOneVersion(begin, execute);
  } catch (error) {
    if (!(error instanceof GraphError)) throw error;
    return { data: null, errors: [new GraphQLError(error.message, { originalError: error })] };
  }
}

function startAnew(exchange: Exchange): void {
  exchange.before.push(...exchange.request.runs);
  exchange.request = exchange.request.again();
  exchange.context = exchange.questions.context(exchange.request);
}
