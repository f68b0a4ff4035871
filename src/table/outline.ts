import {
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLString,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";

/** A field of an answer that is selected, with the fields below it. */
export interface Part {
  readonly name: string;
  readonly type: GraphQLNamedOutputType;
  readonly isList: boolean;
  /** Whether the value is never null. */
  readonly isRequired: boolean;
  /** Whether an empty list means that nothing is stated. */
  readonly isUnknownIfEmpty: boolean;
  /** English and Chinese description in the schema. */
  readonly description: string;
  /** Names of the field's own arguments. */
  readonly arguments: readonly string[];
  /** Empty for a scalar or an enumeration. */
  readonly parts: readonly Part[];
}

/** The fields that name a node wherever an answer refers to it. */
const names = ["code", "key", "year", "evaluatedYear", "name", "nameEn", "title"];

/** An answer has its rows in full; a connection has them two levels below. */
const isAnswer = (path: readonly string[]) =>
  path.length === 0 || (path.length === 1 && path[0]?.endsWith("Connection"));

/** The deepest level of an answer. */
const deepest = 6;

/** Returns whether a type is a list, nullable or not. */
export const isList = (type: GraphQLOutputType) => isListType(isNonNullType(type) ? type.ofType : type);

/** Returns whether objects of the type have an id of their own, unlike the parts of an answer. */
export function isNode(type: GraphQLNamedOutputType): boolean {
  return (
    (isInterfaceType(type) && type.name === "Node") ||
    (isObjectType(type) && type.getInterfaces().some(({ name }) => name === "Node"))
  );
}

/**
 * Returns the fields of a whole answer: its parts in full, nodes by their names. It omits fields that require arguments,
 * and fields that lead back to a type on the path.
 */
export function outline(type: GraphQLNamedOutputType, path: readonly string[] = []): Part[] {
  if (isInterfaceType(type)) return outlineInterface(type, path);
  if (!isObjectType(type)) return [];
  // The names of a node come first. Evidence is last: it is about all the other fields.
  const place = ({ name }: { readonly name: string }) => {
    if (name === "evidence") return names.length + 1;
    return isNode(type) && names.includes(name) ? names.indexOf(name) : names.length;
  };
  return Object.values(type.getFields())
    .sort((a, b) => place(a) - place(b))
    .filter((field) => isSelected(field, type, path))
    .flatMap((field) => {
      const part = toPart(field, [...path, type.name]);
      return part.parts.length === 0 && !isLeaf(part.type) ? [] : [part];
    });
}

function isSelected(
  field: GraphQLField<unknown, unknown>,
  type: GraphQLObjectType,
  path: readonly string[],
): boolean {
  const { name, args } = field;
  if (args.some((argument) => isNonNullType(argument.type))) return false;
  // Edges repeat the nodes of a page.
  if (name === "edges") return false;
  if (isNode(type)) {
    // An opaque id is not for readers.
    if (name === "id" || (name === "name" && repeatsName(type))) return false;
    if (!isAnswer(path)) return names.includes(name);
  }
  const inner = getNamedType(field.type);
  // A node can refer to another node of its type: a city to its province. Its parts do not refer back to it.
  if (isNode(type) && isNode(inner)) return true;
  return !isObjectType(inner) || (!path.includes(inner.name) && inner !== type && path.length < deepest);
}

/** The name of an edition or source repeats its title, the name of a fact its key. */
function repeatsName(type: GraphQLObjectType): boolean {
  const fields = type.getFields();
  return "title" in fields || ("key" in fields && !("nameEn" in fields));
}

function toPart(field: GraphQLField<unknown, unknown>, path: readonly string[]): Part {
  const type = getNamedType(field.type);
  return {
    name: field.name,
    type,
    isList: isList(field.type),
    isRequired: isNonNullType(field.type),
    isUnknownIfEmpty: field.extensions.unknownIfEmpty === true,
    description: field.description ?? "",
    arguments: field.args.map(({ name }) => name),
    parts: outline(type, path),
  };
}

/**
 * A node of any type has its type and its names, and as an answer of its own its id. Not every type has an English name, so
 * the request selects it type by type.
 */
function outlineInterface(type: GraphQLInterfaceType, path: readonly string[]): Part[] {
  const text = (name: string, description: string): Part => ({
    name,
    type: GraphQLString,
    isList: false,
    isRequired: false,
    isUnknownIfEmpty: false,
    description,
    arguments: [],
    parts: [],
  });
  return [
    text("type", "Type of the object. Example: Region."),
    ...Object.values(type.getFields())
      .filter(({ name }) => path.length === 0 || name !== "id")
      .map((field) => toPart(field, path)),
    text("nameEn", "English name. Null if there is none."),
  ];
}

const isLeaf = (type: GraphQLNamedOutputType) => !isObjectType(type) && !isInterfaceType(type);
