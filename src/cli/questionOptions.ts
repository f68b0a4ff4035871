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

/** `atLeast` as it is typed on a command line: `at-least`. */
const toFlag = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * Adds one option for each argument of a question. Enumerations take their values in any case, lists take values
 * separated by commas, a region takes any of its names.
 */
export function addQuestionOptions(command: Command, questionArguments: readonly GraphQLArgument[]): Command {
  for (const { name, type, description, defaultValue } of questionArguments) {
    const many = isListType(getNullableType(type));
    const option = new Option(`--${toFlag(name)} <${many ? "values" : "value"}>`, description ?? "");
    option.argParser((given: string) => {
      if (!many) return parse(given, type);
      return given.split(",").map((one) => parse(one.trim(), type));
    });
    if (isNonNullType(type) && defaultValue === undefined) option.makeOptionMandatory();
    command.addOption(option);
  }
  return command;
}

function parse(given: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const values = named.getValues().map(({ name }) => name);
    const wanted = given.toUpperCase().replaceAll("-", "_");
    if (values.includes(wanted)) return wanted;
    throw new InvalidArgumentError(`Expected ${values.join(", ")}.`);
  }
  if (named === GraphQLInt) {
    if (/^-?\d{1,9}$/.test(given)) return Number(given);
    throw new InvalidArgumentError("Expected a whole number.");
  }
  // RegionBy is the only input object: a region by any of its names.
  return isInputObjectType(named) ? { name: given } : given;
}
