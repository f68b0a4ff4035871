import { GraphQLError } from "graphql";

/** A wrong argument, told so that the asker can mend it. */
export interface InputFault {
  /** Where in the field's arguments, such as ["by", "name"]. */
  readonly argument: readonly string[];
  /** What is allowed, where that is a short list. */
  readonly allowed?: readonly (string | number)[];
  /** The names nearest to the one given, best first. */
  readonly nearest?: readonly string[];
}

/** The error for a wrong argument: code BAD_USER_INPUT, with the argument's path, what is allowed and the nearest names. */
export function inputError(message: string, { argument, allowed, nearest }: InputFault): GraphQLError {
  return new GraphQLError(`${argument.join(".")}: ${message}`, {
    extensions: {
      code: "BAD_USER_INPUT",
      argument: argument.join("."),
      ...(allowed && { allowed }),
      ...(nearest && nearest.length > 0 && { nearest }),
    },
  });
}
