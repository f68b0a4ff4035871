import {
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Cell } from "../../src/table/column.js";

type Json = Readonly<Record<string, unknown>>;
export type Cells = Readonly<Record<string, Cell>>;

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

/** Whether an answer says something in a value. */
export function isSaid(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === "object" && value !== null) return Object.values(value).some(isSaid);
  return value !== null && value !== undefined && value !== "";
}

const listOf = (type: GraphQLOutputType) => isListType(isNonNullType(type) ? type.ofType : type);

function isNode(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isInterfaceType(named) || (isObjectType(named) && named.getInterfaces().length > 0);
}

/**
 * Returns what an object of an answer says and a row of a table does not show: paths with their values. It follows the
 * promise of tables, not their code: a list has its count and its names, a node its names, a value itself.
 */
export function unshown(object: Json, type: GraphQLOutputType, cells: Cells, prefix = ""): string[] {
  const named = getNamedType(type);
  const fields: Record<string, GraphQLField<unknown, unknown>> = isObjectType(named) || isInterfaceType(named)
    ? named.getFields()
    : {};
  return Object.entries(object).flatMap(([name, value]) => {
    const column = prefix === "" || prefix === name ? name : prefix + capital(name);
    const field = fields[name];
    const fault = `${column}: ${JSON.stringify(value)}`;
    if (!isSaid(value)) {
      // An empty list has the number 0, unless it is empty because nothing is stated.
      const isUnknown = field?.extensions.unknownIfEmpty === true || isSaid(object[`${name}Gap`]);
      const number = isUnknown ? null : 0;
      return Array.isArray(value) && name !== "evidence" && cells[`${column}Count`] !== number ? [fault] : [];
    }
    if (
      field === undefined ||
      (!isObjectType(getNamedType(field.type)) && !isInterfaceType(getNamedType(field.type)))
    ) {
      if (Array.isArray(value)) {
        const text = String(cells[column]);
        return cells[`${column}Count`] === value.length && value.every((one) => text.includes(String(one)))
          ? []
          : [fault];
      }
      return cells[column] === value ? [] : [fault];
    }
    if (listOf(field.type)) {
      const entries = value as readonly Json[];
      if (getNamedType(field.type).name === "Evidence") {
        const places = entries.map(({ source, locator }) =>
          [(source as Json).key, locator].filter((part) => typeof part === "string").join("@"),
        );
        return places.every((place) => String(cells[column]).split(", ").includes(place)) ? [] : [fault];
      }
      const isNamed = isSaid(cells[column]) && cells[`${column}Count`] === entries.length;
      const evidence = entries.flatMap((entry) => (entry.evidence as readonly Json[] | undefined) ?? []);
      const isProven = evidence.length === 0 || isSaid(cells[`${column}Evidence`]);
      const nodes = isNode(field.type) ? entries : [];
      const isComplete = nodes.every((node) =>
        isNodeShown(node, [String(cells[column]), String(cells[`${column}En`])]),
      );
      return isNamed && isProven && isComplete ? [] : [fault];
    }
    if (isNode(field.type)) {
      // The edition of a part of the row is the edition of the row.
      const names =
        name === "edition" ? [column, "edition"] : [column, `${column}En`, `${column}Code`, "code"];
      return isNodeShown(
        value as Json,
        names.map((one) => String(cells[one] ?? "")),
      )
        ? []
        : [fault];
    }
    return unshown(value as Json, field.type, cells, column);
  });
}

/** Whether texts have every name of a node, or the one that names it best. */
function isNodeShown(node: Json, texts: readonly string[]): boolean {
  const has = (value: unknown) => texts.some((text) => text.includes(String(value)));
  if (typeof node.nameEn === "string") return has(node.nameEn) && has(node.name);
  return has(node.year ?? node.key ?? node.name);
}
