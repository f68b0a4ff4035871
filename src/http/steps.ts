import type { ExecutionResult, GraphQLSchema } from "graphql";
import type { Config } from "../config.js";
import { costOf } from "./cost.js";
import type { Exchange } from "./exchange.js";
import { createExecutor, type Execution } from "./executor.js";
import { admit, type Operation } from "./operation.js";
import { executeAtOneVersion } from "./tries.js";
import type { Watch } from "./watch.js";

/** What the server does with a valid operation, whoever found it. */
export interface Steps {
  /** Lets it pass, or not. @throws GraphQLError, GraphError */
  admit(operation: Omit<Operation, "schema">): void;
  /** Answers it from one version of the data; what was found before for the exchange is not sought again. */
  execute(
    exchange: Exchange,
    operation: Pick<Execution, "document" | "operation" | "operationName" | "variables">,
  ): Promise<ExecutionResult>;
}

/** @param watch tells whether Neo4j is away */
export function createSteps(config: Config, schema: GraphQLSchema, watch: Watch): Steps {
  const cost = costOf(schema);
  const execute = createExecutor(schema);
  return {
    admit: (operation) => admit({ schema, ...operation }, config, cost, watch),
    async execute(exchange, operation) {
      const { result, explain } = exchange;
      return (
        result ??
        executeAtOneVersion(exchange, (contextValue) =>
          execute({ ...operation, contextValue, ordered: explain }),
        )
      );
    },
  };
}
