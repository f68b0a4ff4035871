import {
  ApolloServer,
  type ApolloServerOptionsWithGateway,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
} from "@apollo/server";
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
import { complete } from "./answer.js";
import { mostErrors, recursiveSelections } from "./bounds.js";
import { documentLimits } from "./documentLimits.js";
import { createDocumentStore } from "./documents.js";
import type { Carrier, Exchange } from "./exchange.js";
import { toClientError } from "./failure.js";
import { logFailures } from "./operation.js";
import type { Steps } from "./steps.js";
import type { Watch } from "./watch.js";

/**
 * Apollo Server with our limits. It is started by the caller.
 * @param steps what is done with a valid operation
 */
export function createApollo(
  config: Config,
  schema: GraphQLSchema,
  steps: Steps,
  watch: Watch,
  log: FastifyBaseLogger,
): ApolloServer<Carrier> {
  const exchanges: Exchanges = new WeakMap();
  return new ApolloServer<Carrier>({
    gateway: gatewayOf(schema, steps, exchanges),
    introspection: true,
    nodeEnv: "production",
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    csrfPrevention: true,
    documentStore: createDocumentStore(),
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
      exchangePlugin(steps, watch, exchanges),
    ],
  });
}

/** The exchanges under way, by the context of their questions. */
type Exchanges = WeakMap<object, Exchange>;

type Gateway = ApolloServerOptionsWithGateway<Carrier>["gateway"];

/** The door that Apollo has for another executor: it takes the place of graphql-js and of nothing else. */
function gatewayOf(schema: GraphQLSchema, steps: Steps, exchanges: Exchanges): Gateway {
  let tell: Parameters<Gateway["onSchemaLoadOrUpdate"]>[0] = () => {};
  return {
    onSchemaLoadOrUpdate(callback) {
      tell = callback;
      return () => {};
    },
    async load() {
      tell({ apiSchema: schema, coreSupergraphSdl: "" });
      return {
        executor: ({ document, operation, request: { operationName, variables }, context }) =>
          steps.execute(exchanges.get(context) as Exchange, {
            document,
            operation,
            operationName,
            variables,
          }),
      };
    },
    async stop() {},
  };
}

/** Follows a request through Apollo: limits before the execution, extensions and log after it. */
function exchangePlugin(steps: Steps, watch: Watch, exchanges: Exchanges): ApolloServerPlugin<Carrier> {
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
          exchange.resolved = { document, operation };
          steps.admit({ document, operation, variables });
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
