// @neo4j/graphql with a generated schema behind Apollo Server, with or without Apollo's response cache.
import { readFileSync } from "node:fs";
import { ApolloServer, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControl } from "@apollo/server/plugin/cacheControl";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { listen, openDriver } from "./http.js";

// The type check also runs without the packages of the bench.
const load = (name) => import(name);
const { Neo4jGraphQL } = await load("@neo4j/graphql");
const { default: responseCache } = await load("@apollo/server-plugin-response-cache");

const driver = openDriver();
const library = new Neo4jGraphQL({
  typeDefs: readFileSync(new URL("../peer/generated.graphql", import.meta.url), "utf8"),
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
const caching = [ApolloServerPluginCacheControl({ defaultMaxAge: 3_600 }), responseCache()];
const apollo = new ApolloServer({
  schema: await library.getSchema(),
  nodeEnv: "production",
  stopOnTerminationSignals: false,
  plugins: [
    ApolloServerPluginLandingPageDisabled(),
    ...(process.env.BENCH_CACHE === "on" ? caching : [ApolloServerPluginCacheControlDisabled()]),
  ],
});
await apollo.start();
await driver.getServerInfo();
const headers = new HeaderMap([["content-type", "application/json"]]);
listen(async (body) => {
  const answer = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: "POST", headers, search: "", body },
    context: async () => ({ sessionConfig: { database: "neo4j" } }),
  });
  if (answer.body.kind !== "complete") throw new TypeError("incremental answer, expected a complete one");
  return { status: answer.status ?? 200, text: answer.body.string };
});
