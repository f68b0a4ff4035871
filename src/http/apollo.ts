import { ApolloServer, type ApolloServerPlugin, type GraphQLRequestListener } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyBaseLogger } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Config } from "../config.js";
import { admit, logFailures } from "./admission.js";
import { complete } from "./answer.js";
import type { Watch } from "./databaseHealth.js";
import { toClientError } from "./errors.js";
import { mostErrors, recursiveSelections } from "./limits/constants.js";
import { costOf } from "./limits/cost.js";
import { documentLimits } from "./limits/document.js";
import type { Carrier, Exchange } from "./requestState.js";

/**
 * Apollo Server with our limits. It is started by the caller.
 */
export function createApollo(
  config: Config,
  schema: GraphQLSchema,
  watch: Watch,
  log: FastifyBaseLogger,
): ApolloServer<Carrier> {
  return new ApolloServer<Carrier>({
    schema,
    introspection: true,
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: config.GOVGRAPH_MAX_TOKENS },
    maxRecursiveSelections: recursiveSelections,
    validationRules: [documentLimits(config)],
    validationOptions: { maxErrors: mostErrors },
    formatError: toClientError,
    logger: {
      debug: (message) => log.debug(message),
      info: (message) => log.debug(message),
      warn: (message) => log.warn(message),
      error: (message) => log.error(message),
    },
    plugins: [
      // Cache control would wrap every field of the schema; the others would talk to somebody else's service.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      exchangePlugin(config, schema, watch),
    ],
  });
}

/** Follows a request through Apollo: limits before the execution, extensions and log after it. */
function exchangePlugin(config: Config, schema: GraphQLSchema, watch: Watch): ApolloServerPlugin<Carrier> {
  const cost = costOf(schema);
  const exchanges = new WeakMap<object, Exchange>();
  return {
    async requestDidStart(requestContext): Promise<GraphQLRequestListener<Carrier>> {
      const { exchange } = requestContext.contextValue;
      exchanges.set(exchange.context, exchange);
      // Resolvers get the questions' own context, and the very object: Apollo hands on copies, which lose
      // private fields.
      (requestContext as { contextValue: unknown }).contextValue = exchange.context;
      return {
        async didResolveSource({ queryHash }) {
          exchange.hash = queryHash.slice(0, 16);
        },
        async didResolveOperation({ document, operation, operationName, request: { variables } }) {
          exchange.operation = operationName?.slice(0, 100) ?? null;
          if (operation === undefined) return;
          admit({ schema, document, operation, variables }, config, cost, watch);
        },
        async didEncounterErrors({ errors }) {
          logFailures(exchange, errors, watch);
        },
        async willSendResponse({ response, operation }) {
          await complete(exchange, response, operation);
        },
      };
    },
    async unexpectedErrorProcessingRequest({ error, requestContext }) {
      exchanges
        .get(requestContext.contextValue)
        ?.log.error({ err: error }, "a request failed by a fault of ours");
    },
  };
}
