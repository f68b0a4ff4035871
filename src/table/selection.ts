import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** The fields that name a node in a table. */
const labels = ["code", "key", "year", "name", "title"];

/** Returns whether objects of the type have an id of their own, unlike the parts of an answer. */
export function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === "Node");
}

/** Returns whether a type is a list, nullable or not. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/**
 * Returns the selection set for a whole answer: its parts in full, nodes by their names. It omits fields that require
 * arguments, and fields that lead back to a type on the path.
 * @returns the selection set with its braces, or "" for a leaf
 */
export function fullSelection(type: GraphQLOutputType, path: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "__typename" in named ? "" : interfaceSelection(named.name);
  const { evidence, ...others } = named.getFields();
  // Evidence is the last column: it is about all the others.
  const fields = [...Object.values(others), ...(evidence ? [evidence] : [])].filter(
    (field) => !field.args.some(({ type: argument }) => isNonNullType(argument)),
  );
  // A node is selected in full if it is the answer itself, and by its names if the answer only refers to it.
  const isAnswer = path.length === 0 || (path.length === 1 && path[0]?.endsWith("Connection"));
  const inFull = !isNode(named) || isAnswer;
  // The name of an edition or source repeats its title.
  const repeated = "title" in others ? ["id", "name"] : ["id"];
  const selected = fields.filter(({ name }) => (inFull ? !repeated.includes(name) : labels.includes(name)));
  const parts = selected.flatMap((field) => {
    const inner = getNamedType(field.type);
    const isObject = isObjectType(inner);
    // A table of a connection has its nodes; edges and page information are for programs.
    if (/^(edges|pageInfo)$/.test(field.name) && isObject) return [];
    if (isObject && (path.includes(inner.name) || path.length > 5)) return [];
    const selection = fullSelection(field.type, [...path, named.name]);
    return isObject && selection === "" ? [] : [`${field.name}${selection}`];
  });
  return parts.length === 0 ? "" : ` { ${parts.join(" ")} }`;
}

function interfaceSelection(name: string): string {
  return name === "Node" ? " { id __typename }" : "";
}

/** Returns the field of an answer that has its rows: `rows` or `nodes` if present, else the first list of objects. */
export function rowsField(type: GraphQLObjectType): GraphQLField<unknown, unknown> | undefined {
  const fields = Object.values(type.getFields());
  const lists = fields.filter((field) => isList(field.type) && isObjectType(getNamedType(field.type)));
  if (isNode(type)) return undefined;
  return lists.find(({ name }) => name === "rows" || name === "nodes") ?? lists[0];
}
