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
import { fastifyApolloHandler } from "@as-integrations/fastify";
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
// By a name that is no constant for the same reason.
const jit = "./jit.js";
const apollo = new ApolloServer({
  ...(process.env.BENCH_VARIANT === "generatedJit"
    ? { gateway: (await import(jit)).jitGateway(schema) }
    : { schema }),
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
app.route({
  method: ["GET", "POST"],
  url: "/graphql",
  handler: fastifyApolloHandler(apollo, { context: async () => ({ sessionConfig: { database: "neo4j" } }) }),
});
await listen(app);
