import { GraphQLError } from "graphql";

/** Details that help a client to correct an argument. */
export interface InputErrorDetails {
  /** Path of the argument, such as ["by", "name"]. */
  readonly argument: readonly string[];
  /** The allowed values, if they are few. */
  readonly allowed?: readonly (string | number)[];
  /** The names nearest to the given name, the nearest first. */
  readonly nearest?: readonly string[];
}

/** Returns the error for an argument, with code BAD_USER_INPUT and these details. */
export function inputError(message: string, { argument, allowed, nearest }: InputErrorDetails): GraphQLError {
  return new GraphQLError(`${argument.join(".")}: ${message}`, {
    extensions: {
      code: "BAD_USER_INPUT",
      argument: argument.join("."),
      ...(allowed && { allowed }),
      ...(nearest && nearest.length > 0 && { nearest }),
    },
  });
}
