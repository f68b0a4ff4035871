import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** The fields that name a thing in a table, for types that have an id. */
const labels = ["code", "key", "year", "name", "title"];

/** Whether objects of the type are things with an id of their own, rather than parts of an answer. */
export function isThing(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === "Node");
}

/** Whether a type is a list of something, whatever is non-null in it. */
export function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

/**
 * The selection set that shows everything an answer is made of: parts in full, things by their names. Fields that
 * need arguments are left out, and so is what would lead back to where it came from.
 * @returns a selection set with its braces, or "" for a leaf
 */
export function fullSelection(type: GraphQLOutputType, path: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return "__typename" in named ? "" : interfaceSelection(named.name);
  const { evidence, ...others } = named.getFields();
  // Evidence is the last column: it is about all the others.
  const fields = [...Object.values(others), ...(evidence ? [evidence] : [])].filter(
    (field) => !field.args.some(({ type: argument }) => isNonNullType(argument)),
  );
  // A thing is told in full where it is what was asked for, and by its names where it only occurs.
  const asked = path.length === 0 || (path.length === 1 && path[0]?.endsWith("Connection"));
  const inFull = !isThing(named) || asked;
  const chosen = fields.filter(({ name }) => (inFull ? name !== "id" : labels.includes(name)));
  const parts = chosen.flatMap((field) => {
    const inner = getNamedType(field.type);
    const isObject = isObjectType(inner);
    // A connection shows its nodes; edges and page information are for programs.
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

/** The field of an answer that holds its rows: `rows` or `nodes` if there is one, else the first list of objects. */
export function rowsField(type: GraphQLObjectType): GraphQLField<unknown, unknown> | undefined {
  const fields = Object.values(type.getFields());
  const lists = fields.filter((field) => isList(field.type) && isObjectType(getNamedType(field.type)));
  if (isThing(type)) return undefined;
  return lists.find(({ name }) => name === "rows" || name === "nodes") ?? lists[0];
}
