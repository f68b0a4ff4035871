import { GraphQLError } from "graphql";

// By a name that is no constant, as the peer is imported.
const library = "graphql-jit";
const { compileQuery, isCompiledQuery } = await import(library);

/**
 * Runs operations by graphql-jit in place of graphql-js, as GovGraph does, for a server that takes a gateway.
 * @param {import("graphql").GraphQLSchema} schema
 * @returns {NonNullable<import("@apollo/server").ApolloServerOptions<any>["gateway"]>}
 */
export function jitGateway(schema) {
  /** Compiled operations by document and name; the bench asks few, so that none is ever dropped. @type {Map<string, any>} */
  const compiled = new Map();
  return {
    onSchemaLoadOrUpdate(told) {
      told({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => {};
    },
    async load() {
      return {
        async executor({ document, queryHash, operationName, request, context }) {
          const key = `${queryHash} ${operationName ?? ""}`;
          let query = compiled.get(key);
          if (query === undefined) {
            query = compileQuery(schema, document, operationName ?? undefined);
            if (!isCompiledQuery(query)) throw new GraphQLError("graphql-jit cannot compile the operation");
            compiled.set(key, query);
          }
          return query.query({}, context, request.variables ?? {});
        },
      };
    },
    async stop() {},
  };
}
