import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { Random } from "./random.js";

const texts = [
  "广州",
  "gz",
  "440100",
  "广东",
  "EAST",
  "东部",
  "UmVnaW9uOjQ0MDEwMA",
  "nobody",
  "2022/leads/440100/EFFECTIVENESS",
];
const numbers = [1, 2, 3, 5, 2017, 2018, 2020, 2021, 2022, 2030, 0];

/** A document that is valid, made up from a schema, and values for its variables. */
export interface MadeUp {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Makes up a document: fields, aliases, fragments, arguments as literals and as variables.
 * @param levels how deep objects are selected below those at the root
 */
export function makeUp(schema: GraphQLSchema, random: Random, levels = 4): MadeUp {
  const chance = (part: number) => random.next() < part;
  const variables: Record<string, unknown> = {};
  const definitions: string[] = [];
  const fragments: string[] = [];

  function valueFor(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return valueFor(type.ofType);
    if (isListType(type)) return Array.from({ length: random.below(4) }, () => valueFor(type.ofType));
    if (isEnumType(type)) return { enum: random.pick(type.getValues()).name };
    if (isInputObjectType(type)) {
      const field = random.pick(Object.values(type.getFields()));
      return { [field.name]: valueFor(field.type) };
    }
    if (type.toString() === "Int") return random.pick(numbers);
    if (type.toString() === "Boolean") return chance(0.5);
    return random.pick(texts);
  }

  function argument({ name, type }: GraphQLArgument): string {
    const value = valueFor(type);
    if (chance(0.5)) return `${name}: ${toLiteral(value)}`;
    const variable = `v${definitions.length}`;
    const defaulted = !isNonNullType(type) && chance(0.3);
    definitions.push(`$${variable}: ${type}${defaulted ? ` = ${toLiteral(valueFor(type))}` : ""}`);
    if (isNonNullType(type) || chance(0.7)) variables[variable] = toJson(value);
    else if (chance(0.3)) variables[variable] = null;
    return `${name}: $${variable}`;
  }

  function selection(type: GraphQLObjectType, depth: number): string {
    const all = Object.values(type.getFields());
    const picked = all.filter(({ type: of }) => (isComposite(of) ? depth > 0 && chance(0.4) : chance(0.5)));
    const parts = picked.map((field) => {
      const args = field.args.filter(({ type: of }) => isNonNullType(of) || chance(0.4)).map(argument);
      const alias =
        chance(0.15) || args.length > 0
          ? `${random.pick(["a", "other", "x_1"])}${random.below(1_000)}: `
          : "";
      const named = getNamedType(field.type);
      const below = isObjectType(named)
        ? ` { ${selection(named, depth - 1)} }`
        : isInterfaceType(named)
          ? " { __typename id ... on Region { name } ... on Dimension { key } }"
          : "";
      return `${alias}${field.name}${args.length ? `(${args.join(", ")})` : ""}${below}`;
    });
    if (chance(0.2) || parts.length === 0) parts.push("__typename");
    const text = parts.join(" ");
    if (chance(0.1)) return `... on ${type.name} { ${text} }`;
    if (chance(0.1)) {
      const name = `F${fragments.length}`;
      fragments.push(`fragment ${name} on ${type.name} { ${text} }`);
      return `...${name} __typename`;
    }
    return text;
  }

  const query = schema.getQueryType() as GraphQLObjectType;
  const roots = Array.from({ length: 1 + random.below(2) }, () =>
    random.pick(Object.values(query.getFields())),
  );
  const text = roots
    .map((field, index) => {
      const args = field.args.filter(({ type }) => isNonNullType(type) || chance(0.4)).map(argument);
      const named = getNamedType(field.type);
      const below = isObjectType(named) ? selection(named, levels) : "__typename id";
      return `r${index}: ${field.name}${args.length ? `(${args.join(", ")})` : ""} { ${below} }`;
    })
    .join(" ");
  const head = definitions.length ? `query (${definitions.join(", ")})` : "";
  return { query: `${head} { ${text} } ${fragments.join(" ")}`, variables };
}

const isComposite = (type: unknown) => {
  const named = getNamedType(type as GraphQLInputType);
  return isObjectType(named) || isInterfaceType(named);
};

function toLiteral(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toLiteral).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if ("enum" in value) return String(value.enum);
  return `{${Object.entries(value)
    .map(([name, item]) => `${name}: ${toLiteral(item)}`)
    .join(", ")}}`;
}

function toJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value;
  if ("enum" in value) return value.enum;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, toJson(item)]));
}
