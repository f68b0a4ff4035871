import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isSpecifiedScalarType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from "graphql";

/** The most fields of an operation, fragments written out, that are worth compiling. */
export const mostFields = 400;

/**
 * Whether graphql-jit answers an operation exactly as graphql-js does. It is asked only of valid documents, and only
 * for values of variables that graphql-js has found right. Each reason against is a difference that was seen:
 * docs/decisions/0011.
 */
export function isAlike(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  for (const { type, defaultValue, variable } of operation.variableDefinitions ?? []) {
    // A default of a variable that must not be null counts as missing.
    if (type.kind === Kind.NON_NULL_TYPE && defaultValue !== undefined) return false;
    // The one name that JavaScript does not take for a name.
    if (variable.name.value.startsWith("__")) return false;
    const input = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]);
    if (!isInputType(input) || !isPlain(input, [])) return false;
  }
  if (fieldsOf(document, operation) > mostFields) return false;
  let alike = true;
  const refuse = () => {
    alike = false;
  };
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      // @skip and @include are noted in the document itself, where fragments share them.
      Directive: refuse,
      Field({ name, alias }) {
        if (alias?.value.startsWith("__") || name.value === "__schema" || name.value === "__type") refuse();
        // The type of an interface may be told by a promise, which is not waited for.
        const type = getNamedType(info.getType());
        if (isAbstractType(type) && type.resolveType?.constructor !== Function) refuse();
      },
      // A variable within a list or an object that has no value becomes null.
      ListValue: (node) => (holdsVariable(node) ? refuse() : undefined),
      ObjectValue: (node) => (holdsVariable(node) ? refuse() : undefined),
      StringValue({ value }) {
        // Texts are written into a program, and those with its own marks are run.
        if (value.includes("__")) refuse();
      },
    }),
  );
  return alike;
}

/** Whether values of a type are read as graphql-js reads them: for one that holds itself the reading has no end. */
function isPlain(type: GraphQLInputType, within: readonly unknown[]): boolean {
  const named = getNamedType(type);
  if (isEnumType(named) || isSpecifiedScalarType(named)) return true;
  if (!isInputObjectType(named) || within.includes(named)) return false;
  return Object.values(named.getFields()).every(
    (field) => field.defaultValue === undefined && isPlain(field.type, [...within, named]),
  );
}

function holdsVariable(node: Parameters<typeof visit>[0]): boolean {
  let holds = false;
  visit(node, {
    Variable() {
      holds = true;
    },
  });
  return holds;
}

/** Fields of an operation with every fragment written out, as a program writes them. */
export function fieldsOf(document: DocumentNode, { selectionSet }: OperationDefinitionNode): number {
  return countFields(document, selectionSet, new Map());
}

function countFields(
  document: DocumentNode,
  { selections }: SelectionSetNode,
  known: Map<string, number>,
): number {
  let count = 0;
  for (const selection of selections) {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) {
      count += selection.kind === Kind.FIELD ? 1 : 0;
      if (selection.selectionSet) count += countFields(document, selection.selectionSet, known);
      continue;
    }
    const name = selection.name.value;
    let size = known.get(name);
    if (size === undefined) {
      const fragment = document.definitions.find(
        (one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name,
      );
      size = fragment && "selectionSet" in fragment ? countFields(document, fragment.selectionSet, known) : 0;
      known.set(name, size);
    }
    count += size;
  }
  return count;
}
