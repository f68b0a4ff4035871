import {
  type GraphQLArgument,
  type GraphQLField,
  isRequiredArgument,
  Kind,
  parse,
  parseValue,
  type ValueNode,
} from "graphql";
import { splitDescription } from "./description.js";

/** Texts by argument, as a person types them. */
export type ExampleTexts = Readonly<Record<string, string>>;

/**
 * Returns example arguments of a question: those in the question's description, else the examples of its required
 * arguments. Empty if the question needs no argument.
 */
export function exampleOf({ name, description, args }: GraphQLField<unknown, unknown>): ExampleTexts {
  const { example } = splitDescription(description);
  if (example.startsWith(`${name}(`)) {
    const [definition] = parse(`{ ${example} }`).definitions;
    const selections = definition?.kind === Kind.OPERATION_DEFINITION && definition.selectionSet.selections;
    const [field] = selections || [];
    if (field?.kind === Kind.FIELD) {
      return Object.fromEntries(
        (field.arguments ?? []).map(({ name, value }) => [name.value, toText(value)]),
      );
    }
  }
  return Object.fromEntries(
    args.filter(isRequiredArgument).map((argument) => [argument.name, exampleText(argument)]),
  );
}

/** The value at the start of an example: `"UmVnaW9uOjQ0MDEwMA" for Guangzhou (广州)`. */
const firstValue = /^(?:"[^"]*"|\[[^\]]*\]|\{[^}]*\}|\S+)/;

/** Returns the example of an argument as it is typed: `maturity,coverage` for `[MATURITY, COVERAGE]`. "" without one. */
export function exampleText({ description }: GraphQLArgument): string {
  const [value = ""] = firstValue.exec(splitDescription(description).example) ?? [];
  if (value === "") return "";
  try {
    return toText(parseValue(value));
  } catch {
    // An example that is not GraphQL is a plain text, such as 广.
    return value;
  }
}

function toText(value: ValueNode): string {
  if (value.kind === Kind.LIST) return value.values.map(toText).join(",");
  if (value.kind === Kind.OBJECT) return value.fields.map((field) => toText(field.value)).join(",");
  if (value.kind === Kind.ENUM) return value.value.toLowerCase().replaceAll("_", "-");
  return "value" in value ? String(value.value) : "";
}
