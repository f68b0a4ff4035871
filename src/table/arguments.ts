import {
  type GraphQLArgument,
  GraphQLID,
  type GraphQLInputType,
  GraphQLInt,
  GraphQLString,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isRequiredArgument,
} from "graphql";
import { matchEnumValue } from "../names/enumValue.js";
import { didYouMean, nearest } from "../names/nearest.js";
import { toPrintable } from "../names/printable.js";
import { inputError } from "../question/inputError.js";

/** Commas and semicolons of all widths separate the values of a list. */
const separator = /[,;，；、﹐﹑﹔､]/u;

/** Texts by argument, as typed on a command line or in an address. A repeated argument has several texts. */
export type ArgumentTexts = Readonly<Record<string, readonly string[]>>;

/** The values of arguments, as GraphQL variables. */
export type ArgumentValues = Readonly<Record<string, unknown>>;

/** Returns the name of an argument as it is typed on a command line: `at-least` for `atLeast`. */
export const toFlag = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Returns whether an argument takes several values. */
export const isListArgument = ({ type }: GraphQLArgument) => isListType(getNullableType(type));

/** Converts full-width digits and signs to plain ones. */
export const toPlainDigits = (text: string) => text.normalize("NFKC").trim();

/** Splits a list as people type it, without empty entries. */
export const splitList = (text: string) =>
  text
    .split(separator)
    .map((word) => word.trim())
    .filter((word) => word !== "");

/**
 * Reads the arguments of a question from texts. Names of arguments are read as in GraphQL (`atLeast`) or as flags
 * (`at-least`). Lists are separated by commas or repeated. An empty text counts as not given.
 * @throws GraphQLError BAD_USER_INPUT with the argument, what is expected, and the nearest values
 */
export function readArguments(declared: readonly GraphQLArgument[], texts: ArgumentTexts): ArgumentValues {
  const values: Record<string, unknown> = {};
  for (const [given, several] of Object.entries(texts)) {
    const argument = declared.find(({ name }) => name === given || toFlag(name) === given);
    if (argument === undefined) throw unknownArgument(given, declared);
    const { name } = argument;
    const written = several.filter((text) => text.trim() !== "");
    const value = isListArgument(argument)
      ? readList(argument, written, (values[name] as unknown[] | undefined) ?? [])
      : readOne(argument, written, values[name]);
    if (value !== undefined) values[name] = value;
  }
  const missing = declared.find(
    (argument) => isRequiredArgument(argument) && !Object.hasOwn(values, argument.name),
  );
  if (missing !== undefined) {
    throw inputError(`expected ${describeExpected(missing.type)}, got nothing.`, {
      argument: [missing.name],
      ...allowedOf(missing.type),
    });
  }
  return values;
}

function readList(
  { name, type }: GraphQLArgument,
  texts: readonly string[],
  before: readonly unknown[],
): unknown {
  const values = texts.flatMap(splitList).map((word) => readValue(name, word, type));
  const all = [...before, ...values];
  return all.length > 0 ? all : undefined;
}

function readOne({ name, type }: GraphQLArgument, texts: readonly string[], before: unknown): unknown {
  const [text, ...others] = texts;
  if (text === undefined) return before;
  if (others.length > 0 || before !== undefined) {
    const got = before === undefined ? texts.length : texts.length + 1;
    throw inputError(`expected one value, got ${got}. Remove the others.`, { argument: [name] });
  }
  return readValue(name, text, type);
}

function readValue(argument: string, text: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const allowed = named.getValues().map(({ name }) => name);
    const value = matchEnumValue(named.name, text, allowed);
    if (value !== undefined) return value;
    const near = nearest(text, allowed);
    const advice = didYouMean(near) || ".";
    throw inputError(`expected ${oneOf(allowed)}, got ${toPrintable(text)}${advice}`, {
      argument: [argument],
      allowed,
      nearest: near,
    });
  }
  if (named === GraphQLInt) {
    const digits = toPlainDigits(text);
    if (/^[-+]?\d{1,9}$/.test(digits)) return Number(digits);
    throw inputError(`expected a whole number, got ${toPrintable(text)}.`, { argument: [argument] });
  }
  if (named === GraphQLString || named === GraphQLID) return text;
  // A region by any of its names.
  if (isInputObjectType(named) && named.isOneOf && "name" in named.getFields()) return { name: text };
  throw new TypeError(`${argument}: no text can be read as ${named.name}. Extend src/table/arguments.ts.`);
}

function unknownArgument(given: string, declared: readonly GraphQLArgument[]) {
  const allowed = declared.map(({ name }) => name);
  const near = nearest(given, allowed);
  const advice =
    allowed.length === 0 ? ". It takes no arguments." : didYouMean(near) || `. Use ${oneOf(allowed)}.`;
  return inputError(`expected an argument of the question, got ${toPrintable(given)}${advice}`, {
    argument: [given],
    allowed,
    nearest: near,
  });
}

/** Returns what a type expects, for a message: `PROVINCE or CITY`, `a whole number`. */
function describeExpected(type: GraphQLInputType): string {
  const { allowed } = allowedOf(type);
  if (allowed !== undefined) return oneOf(allowed);
  const named = getNamedType(type);
  if (isListType(getNullableType(type))) return isInputObjectType(named) ? "names of regions" : "values";
  if (named === GraphQLInt) return "a whole number";
  if (named === GraphQLID) return "an id";
  return isInputObjectType(named) ? "the name or code of a region" : "a text";
}

function allowedOf(type: GraphQLInputType): { allowed?: readonly string[] } {
  const named = getNamedType(type);
  return isEnumType(named) ? { allowed: named.getValues().map(({ name }) => name) } : {};
}

const oneOf = (values: readonly string[]) =>
  values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
