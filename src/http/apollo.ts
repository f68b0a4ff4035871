import {
  ApolloServer,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  type GraphQLResponse,
} from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import { GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import type { Config } from "../config.js";
import { GraphError } from "../neo4j/error.js";
import type { DatabaseHealth } from "./databaseHealth.js";
import { createDocumentStore } from "./documentStore.js";
import { isInternal, judge, limitErrors, originOf, toClientError } from "./errors.js";
import { cypherOf } from "./explain.js";
import { retryAfter } from "./httpError.js";
import { maxErrors } from "./limits/constants.js";
import { costOf, readsGraph } from "./limits/cost.js";
import { checkVariables } from "./limits/variables.js";
import type { Workload } from "./limits/workload.js";
import type { RequestState } from "./requestState.js";

/** The context that Apollo receives. Apollo passes on copies of it, so the state is one level down. */
export interface ApolloContext {
  readonly state: RequestState;
}

/** Creates Apollo Server; the caller starts it. */
export function createApollo(
  config: Config,
  schema: GraphQLSchema,
  health: DatabaseHealth,
  workload: Workload,
  log: FastifyBaseLogger,
): ApolloServer<ApolloContext> {
  return new ApolloServer<ApolloContext>({
    schema,
    introspection: true,
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    documentStore: createDocumentStore(),
    allowBatchedHttpRequests: false,
    // docs/decisions/0019: there is nothing to protect.
    csrfPrevention: false,
    parseOptions: { maxTokens: config.GOVGRAPH_MAX_TOKENS },
    validationOptions: { maxErrors },
    executionOptions: { maxCoercionErrors: maxErrors },
    formatError: toClientError,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      // Cache control would wrap every field of the schema; the others would send data to Apollo's own services.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      requestPlugin(config, schema, health, workload),
    ],
  });
}

/** Follows a request through Apollo: limits before the execution; status, extensions and log after it. */
function requestPlugin(
  config: Config,
  schema: GraphQLSchema,
  health: DatabaseHealth,
  workload: Workload,
): ApolloServerPlugin<ApolloContext> {
  const cost = costOf(schema);
  const states = new WeakMap<object, RequestState>();
  return {
    async requestDidStart(requestContext): Promise<GraphQLRequestListener<ApolloContext>> {
      const { state } = requestContext.contextValue;
      states.set(state.context, state);
      // Resolvers receive the context of the questions itself: a copy would lose its private fields.
      (requestContext as { contextValue: unknown }).contextValue = state.context;
      return {
        async didResolveSource({ queryHash }) {
          state.hash = queryHash.slice(0, 16);
        },
        async didResolveOperation({ document, operation, operationName, request: { variables } }) {
          state.operation = operationName?.slice(0, 100) ?? null;
          if (operation === undefined) return;
          checkKind(schema, operation);
          checkVariables(variables);
          const points = cost.check(document, operation, variables, config.GOVGRAPH_MAX_COST);
          if (!health.up && readsGraph(operation)) throw health.error();
          workload.start(points);
          state.cost = points;
        },
        async didEncounterErrors({ errors }) {
          logErrors(state, errors, health);
        },
        async willSendResponse({ response, operation }) {
          await complete(state, response, operation);
        },
      };
    },
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      states.get(requestContext.contextValue)?.log.error({ err: error }, "internal error");
    },
  };
}

/** @throws GraphQLError for a mutation or a subscription */
function checkKind(schema: GraphQLSchema, operation: OperationDefinitionNode): void {
  if (schema.getRootType(operation.operation)) return;
  throw new GraphQLError(`There are no ${operation.operation}s: GovGraph only answers. Send a query.`, {
    nodes: [operation],
    extensions: { code: "OPERATION_NOT_SUPPORTED", http: { status: 400 } },
  });
}

/** Logs why a request failed, each cause once, if the reason is in GovGraph or in Neo4j. */
function logErrors(
  { log, signal }: RequestState,
  errors: readonly GraphQLError[],
  health: DatabaseHealth,
): void {
  const logged = new Set<unknown>();
  for (const error of errors) {
    const origin = originOf(error);
    const cause = origin instanceof GraphError ? (origin.cause ?? origin) : origin;
    if (logged.has(cause)) continue;
    logged.add(cause);
    const path = error.path?.join(".");
    if (isInternal(error)) log.error({ err: cause, path }, "internal error");
    else if (origin instanceof GraphError && !signal.aborted) {
      const { code } = origin;
      log.warn({ code, path, cause: String((cause as Error).message) }, "Neo4j did not answer a request");
      if (code === "SERVICE_UNAVAILABLE" || code === "TIMEOUT") void health.check();
    }
  }
}

/** Completes a response: its status and, in its extensions, the data version and the Cypher if the client asked for it. */
async function complete(
  state: RequestState,
  response: GraphQLResponse,
  operation: OperationDefinitionNode | undefined,
): Promise<void> {
  const { body, http } = response;
  if (body.kind !== "single") return;
  const { result, status, outcome } = judge(body.singleResult);
  if (status !== null) http.status = status;
  if (http.status === 503) http.headers.set("retry-after", retryAfter["retry-after"]);
  state.outcome = outcome;
  const hasData = result.data != null && operation !== undefined && readsGraph(operation);
  // A field that fails before it needs the data does not tell their version.
  const loaded = hasData ? await state.context.snapshot().catch(() => undefined) : undefined;
  const cacheable = outcome === "OK" && state.context.cacheable && !state.explain;
  state.version = cacheable && loaded !== undefined ? loaded.version : null;
  const extensions = {
    ...result.extensions,
    ...(loaded !== undefined && { dataVersion: loaded.dataVersion }),
    ...(state.explain && operation !== undefined && { cypher: cypherOf(state.request.runs) }),
  };
  response.body = {
    kind: "single",
    singleResult: {
      ...result,
      ...(result.errors && { errors: limitErrors(result.errors) }),
      ...(Object.keys(extensions).length > 0 && { extensions }),
    },
  };
}
