import type { GraphQLResponse } from "@apollo/server";
import type { FormattedExecutionResult, OperationDefinitionNode } from "graphql";
import type { GraphError } from "../neo4j/error.js";
import { asksGraph } from "./admission.js";
import { settle } from "./errors.js";
import { cypherOf } from "./explain.js";
import { retryAfter } from "./httpError.js";
import type { Exchange, Loaded } from "./requestState.js";

/**
 * Completes an answer before it is sent: its status, the request's id with each error, and in its extensions the
 * version of the data and, if asked for, the Cypher behind it.
 */
export async function complete(
  exchange: Exchange,
  response: GraphQLResponse,
  operation: OperationDefinitionNode | undefined,
): Promise<void> {
  const { body, http } = response;
  if (body.kind !== "single") return;
  const { result, status } = settle(await oneVersion(exchange, body.singleResult));
  if (status !== null) http.status = status;
  if (http.status === 503) http.headers.set("retry-after", retryAfter["retry-after"]);
  const { errors, data } = result;
  exchange.outcome = String(errors?.[0]?.extensions?.code ?? "OK");
  const hasData = data !== null && data !== undefined && operation !== undefined && asksGraph(operation);
  const seen = hasData ? await seenBy(exchange) : undefined;
  const dataVersion = seen?.dataVersion;
  // What speaks of the schema alone holds for any data: for those known now, too.
  const of = hasData ? seen : exchange.questions.known;
  const keep = !errors?.length && exchange.context.lasting && !exchange.explain;
  exchange.version = keep ? (of?.version ?? null) : null;
  const extensions = {
    ...result.extensions,
    ...(dataVersion !== undefined && { dataVersion }),
    ...(exchange.explain && operation !== undefined && { cypher: cypherOf(exchange.request.runs) }),
  };
  response.body = {
    kind: "single",
    singleResult: {
      ...result,
      ...(errors && { errors: errors.map((error) => withRequestId(error, exchange.requestId)) }),
      ...(Object.keys(extensions).length > 0 && { extensions }),
    },
  };
}

/** An answer; an error in its place where data were loaded while it was worked out, which the client can ask for again. */
async function oneVersion(
  { context }: Exchange,
  result: FormattedExecutionResult,
): Promise<FormattedExecutionResult> {
  try {
    if (!result.errors?.length) await context.requireConsistent();
    return result;
  } catch (error) {
    const { message, code } = error as GraphError;
    return { data: null, errors: [{ message, extensions: { code } }] };
  }
}

/** The data that the fields of the request saw; undefined if none of them got as far as asking for them. */
async function seenBy({ context }: Exchange): Promise<Loaded | undefined> {
  try {
    return await context.snapshot();
  } catch {
    return undefined;
  }
}

function withRequestId<E extends { readonly extensions?: Readonly<Record<string, unknown>> }>(
  error: E,
  requestId: string,
): E {
  return { ...error, extensions: { ...error.extensions, requestId } };
}

/**
 * Gives the requestId to the errors of an answer that never reached the place where the others get it: what Apollo
 * refuses before it looks at the operation.
 * @returns the answer's text and the code of its first error
 */
export function completeRefusal(text: string, requestId: string): { text: string; code: string | null } {
  const answer = JSON.parse(text) as { errors?: { extensions?: Record<string, unknown> }[] };
  if (!answer.errors?.[0]) return { text, code: null };
  const errors = answer.errors.map((error) => withRequestId(error, requestId));
  return { text: `${JSON.stringify({ ...answer, errors })}\n`, code: String(errors[0]?.extensions?.code) };
}
