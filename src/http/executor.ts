import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLSchema,
  isObjectType,
  type OperationDefinitionNode,
} from "graphql";
import type { CompiledQuery } from "graphql-jit";
import { LRUCache } from "lru-cache";
import { fieldsOf, isAlike } from "./alike.js";
import { mostErrors } from "./bounds.js";
import { coerce, type Variables } from "./coercion.js";

/** An operation that is valid, was let pass and is to be answered. */
export interface Execution {
  readonly document: DocumentNode;
  /** Undefined when the document has no operation of that name. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | undefined;
  readonly variables: Variables;
  /** What resolvers get; the same question asked of it twice is answered once. */
  readonly contextValue: unknown;
  /** Whether the order in which statements are sent shows in the answer. */
  readonly ordered: boolean;
}

/** Answers an operation as graphql-js does. It may call the resolvers of one execution twice, with the same context. */
export type Execute = (execution: Execution) => Promise<ExecutionResult>;

/** How often an operation is asked before it is compiled: that takes as long as a hundred answers save, and most are asked once. */
export const usesBeforeCompiling = 20;
/** Fields of all operations that are kept compiled: one takes about 1 kB, so 20 MB. */
const mostCompiled = 20_000;

/** An operation as a program: it answers at once or by a promise. */
export type Compiled = CompiledQuery["query"];

/** A program that was made, or that none can be. */
interface Program {
  readonly run: Compiled | null;
  readonly size: number;
}

/**
 * The executor: graphql-js, and for operations that are asked again and again a program that graphql-jit makes of them,
 * where it answers the same (docs/decisions/0011).
 * @param schema its object types learn to tell a value from the promise of one, which a program would not wait for
 * @param compileAfter uses before an operation is compiled
 */
export function createExecutor(schema: GraphQLSchema, compileAfter = usesBeforeCompiling): Execute {
  refusePromises(schema);
  // Apollo keeps the documents that are in use. Counting must not keep others alive: most are asked once.
  const uses = new WeakMap<OperationDefinitionNode, number>();
  const programs = new LRUCache<OperationDefinitionNode, Program>({
    maxSize: mostCompiled,
    sizeCalculation: ({ size }) => size,
  });

  function programOf(document: DocumentNode, operation: OperationDefinitionNode): Compiled | null {
    const program = programs.get(operation);
    if (program !== undefined) return program.run;
    const before = uses.get(operation) ?? 0;
    if (before < compileAfter) {
      uses.set(operation, before + 1);
      return null;
    }
    // Counted anew, it gets another program should this one have to make room.
    uses.delete(operation);
    const size = fieldsOf(document, operation);
    if (!isAlike(schema, document, operation)) programs.set(operation, { run: null, size });
    else void compile(schema, document, operation).then((run) => programs.set(operation, { run, size }));
    return null;
  }

  return async ({ document, operation, operationName, variables, contextValue, ordered }) => {
    if (operation !== undefined) {
      const { errors } = coerce(schema, operation, variables);
      if (errors !== undefined) return { errors };
      const program = ordered ? null : programOf(document, operation);
      if (program !== null) {
        const result = await program(undefined, contextValue, variables);
        // Errors are told by graphql-js alone. Nothing is sent to Neo4j again: the request has the rows, or the failures.
        if (!result.errors?.length) return result;
      }
    }
    return execute({
      schema,
      document,
      contextValue,
      variableValues: variables ?? {},
      operationName: operationName ?? null,
      options: { maxCoercionErrors: mostErrors },
    });
  };
}

/** The program of an operation; null where none can be made. The compiler is loaded for the first of them. */
export async function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Promise<Compiled | null> {
  const { compileQuery, isCompiledQuery } = await import("graphql-jit");
  const made = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true });
  return isCompiledQuery(made) ? made.query : null;
}

/** A promise in the place of an object would be answered as an object whose fields are all null; so it is an error. */
function refusePromises(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) type.isTypeOf ??= isNoPromise;
  }
}

function isNoPromise(value: unknown): boolean {
  return typeof value !== "function" && typeof (value as { then?: unknown } | null)?.then !== "function";
}
