import { type Command, InvalidArgumentError, Option } from "commander";
import {
  type GraphQLArgument,
  type GraphQLInputType,
  GraphQLInt,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { matchEnumValue } from "../names/enumValue.js";
import { didYouMean, nearest } from "../names/nearest.js";

/** Commas and semicolons of all widths separate the values of a list. */
const separator = /[,;，；、﹐﹑﹔､]/u;

/** `atLeast` as it is typed on a command line: `at-least`. */
const toFlag = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Adds one option for each argument of a question. Enumerations take their values in any case or by the names that
 * people use, lists take values separated by commas, a region takes any of its names. Digits can be full-width.
 */
export function addQuestionOptions(command: Command, questionArguments: readonly GraphQLArgument[]): Command {
  for (const { name, type, description, defaultValue } of questionArguments) {
    const many = isListType(getNullableType(type));
    const option = new Option(`--${toFlag(name)} <${many ? "values" : "value"}>`, description ?? "");
    option.argParser((given: string) => {
      if (!many) return parse(given, type);
      const values = given.split(separator).map((value) => value.trim());
      const written = values.filter((value) => value !== "");
      return (written.length > 0 ? written : values).map((value) => parse(value, type));
    });
    if (isNonNullType(type) && defaultValue === undefined) option.makeOptionMandatory();
    command.addOption(option);
  }
  return command;
}

/** Converts full-width digits and signs to plain ones. */
export const toPlainDigits = (text: string) => text.normalize("NFKC").trim();

function parse(given: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const values = named.getValues().map(({ name }) => name);
    const value = matchEnumValue(named.name, given, values);
    if (value !== undefined) return value;
    const advice = didYouMean(nearest(given, values)) || ".";
    throw new InvalidArgumentError(`Expected ${values.join(", ")}${advice}`);
  }
  if (named === GraphQLInt) {
    const digits = toPlainDigits(given);
    if (/^-?\d{1,9}$/.test(digits)) return Number(digits);
    throw new InvalidArgumentError("Expected a whole number.");
  }
  // RegionBy is the only input object: a region by any of its names.
  return isInputObjectType(named) ? { name: given } : given;
}
