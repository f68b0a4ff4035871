import { Argument, type Command, Option } from "commander";
import {
  type GraphQLArgument,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isRequiredArgument,
} from "graphql";
import { type ArgumentTexts, isListArgument, toFlag } from "../table/arguments.js";
import { splitDescription } from "../table/description.js";
import { exampleOf, exampleText } from "../table/example.js";
import type { Question } from "../table/request.js";

/** Arguments that page through a list; they are never typed by position. */
const paging = ["first", "after"];

/** Returns the arguments that can be typed without a name: the required ones, else the only one. */
export function positionalArguments({ args }: Question): readonly GraphQLArgument[] {
  const required = args.filter(isRequiredArgument);
  const others = args.filter(({ name }) => !paging.includes(name));
  return required.length > 0 ? required : others.length === 1 ? others : [];
}

/** Returns how a question is typed, without its name: `<from> <to> [options]`. */
export function usageOf(question: Question): string {
  const positional = positionalArguments(question).map((argument) => {
    const name = `${toFlag(argument.name)}${isListArgument(argument) ? "..." : ""}`;
    return isRequiredArgument(argument) ? `<${name}>` : `[${name}]`;
  });
  return [...positional, "[options]"].join(" ");
}

/** Adds the arguments of a question to a command: each as an option, the required ones also by position. */
export function addArguments(command: Command, question: Question): Command {
  for (const argument of positionalArguments(question)) {
    const name = toFlag(argument.name);
    // Optional here, because the value can also come from the option of the same name.
    command.addArgument(
      new Argument(`[${name}${isListArgument(argument) ? "..." : ""}]`, `the same as --${name}`),
    );
  }
  for (const argument of question.args) command.addOption(toOption(argument));
  return command;
}

function toOption(argument: GraphQLArgument): Option {
  const many = isListArgument(argument);
  const option = new Option(`--${toFlag(argument.name)} <${many ? "values" : "value"}>`, describe(argument));
  // Commander keeps the last value of a repeated option; here each one counts.
  return option.argParser((text: string, before: string[] | undefined) => [...(before ?? []), text]);
}

/** Returns the description of an argument in terms of the command line: what can be typed, and the default. */
function describe(argument: GraphQLArgument): string {
  const { description, type, defaultValue } = argument;
  const english = splitDescription(description).english.replace(/`(\w+)`/g, (_, name: string) =>
    toFlag(name),
  );
  const named = getNamedType(type);
  const example = exampleText(argument);
  return [
    english,
    isEnumType(named) &&
      `Values: ${named
        .getValues()
        .map(({ name }) => toWord(name))
        .join(", ")}.`,
    isInputObjectType(named) && "Any name or code of a region.",
    isListArgument(argument) && "Separate several by commas, or repeat the option.",
    defaultValue !== undefined && `Default: ${defaultValue}.`,
    example !== "" && !isEnumType(named) && `Example: ${example}.`,
  ]
    .filter((part) => typeof part === "string" && part !== "")
    .join(" ");
}

/** An enumeration value as it is typed: `very-high`. */
const toWord = (name: string) => name.toLowerCase().replaceAll("_", "-");

/** Returns the texts of the arguments of a question, by position and by option. */
export function readTexts(
  question: Question,
  positional: readonly (string | readonly string[] | undefined)[],
  options: Readonly<Record<string, unknown>>,
): ArgumentTexts {
  const texts: Record<string, readonly string[]> = {};
  for (const [index, { name }] of positionalArguments(question).entries()) {
    const given = positional[index];
    if (given !== undefined) texts[name] = typeof given === "string" ? [given] : given;
  }
  for (const { name } of question.args) {
    const given = options[name] as readonly string[] | undefined;
    if (given !== undefined) texts[name] = [...(texts[name] ?? []), ...given];
  }
  return texts;
}

/** Returns an example of the command: `govgraph ask leaders city --at-least 3`. */
export function exampleCommand(question: Question): string {
  const texts = { ...exampleOf(question) };
  const positional = positionalArguments(question).flatMap((argument) => {
    const text = texts[argument.name];
    delete texts[argument.name];
    if (text === undefined) return [];
    return isListArgument(argument) ? text.split(",").map(quote) : [quote(text)];
  });
  const options = Object.entries(texts).map(([name, text]) => `--${toFlag(name)} ${quote(text)}`);
  return ["govgraph ask", question.name, ...positional, ...options].join(" ");
}

const quote = (text: string) => (/^[\p{L}\p{N}_,.:/-]+$/u.test(text) ? text : JSON.stringify(text));
