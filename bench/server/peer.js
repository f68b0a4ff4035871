// @neo4j/graphql, generated or with our statements in @cypher, behind the same Apollo and Fastify as GovGraph.
import { readFileSync } from "node:fs";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import neo4j from "neo4j-driver";
import { createHttp, driverSettings, listen, place } from "./http.js";

// By a name that is no constant, since the types are there only after npm ci --prefix bench and the check runs before.
const peer = "@neo4j/graphql";
/** @type {{ Neo4jGraphQL: new (options: object) => { getSchema(): Promise<import("graphql").GraphQLSchema> } }} */
const { Neo4jGraphQL } = await import(peer);

const driver = neo4j.driver(place.uri, neo4j.auth.basic(place.user, place.password), driverSettings);
const typeDefs =
  process.env.BENCH_VARIANT === "cypher"
    ? (await import("../peer/cypher.js")).cypherTypeDefs()
    : readFileSync(new URL("../peer/generated.graphql", import.meta.url), "utf8");
const library = new Neo4jGraphQL({
  typeDefs,
  driver,
  features: {
    excludeDeprecatedFields: {
      mutationOperations: true,
      aggregationFilters: true,
      aggregationFiltersOutsideConnection: true,
      relationshipFilters: true,
      attributeFilters: true,
    },
  },
});
const schema = await library.getSchema();
const jit = process.env.BENCH_VARIANT === "generatedJit" ? await import("./jit.js") : null;
const apollo = new ApolloServer({
  ...(jit === null ? { schema } : { gateway: jit.jitGateway(schema) }),
  introspection: true,
  nodeEnv: "production",
  includeStacktraceInErrorResponses: false,
  stopOnTerminationSignals: false,
  persistedQueries: false,
  allowBatchedHttpRequests: false,
  csrfPrevention: true,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ],
});
await apollo.start();
await driver.getServerInfo();
const app = createHttp();
const context = async () => ({ sessionConfig: { database: "neo4j" } });
// By a name that is no constant for the same reason.
const usual = "@as-integrations/fastify";
app.route({
  method: ["GET", "POST"],
  url: "/graphql",
  handler:
    jit?.directHandler(apollo, context) ?? (await import(usual)).fastifyApolloHandler(apollo, { context }),
});
await listen(app);
