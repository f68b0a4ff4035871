import type { DimensionKey } from "../../model/dimension.js";
import { inputError } from "../inputError.js";

/** The conditions on the set of dimensions that a region leads in. */
export interface DimensionSets {
  readonly atLeast: number;
  readonly allOf: readonly DimensionKey[] | null;
  readonly anyOf: readonly DimensionKey[] | null;
  readonly noneOf: readonly DimensionKey[] | null;
}

/**
 * Checks that no condition is empty and that the conditions do not contradict each other.
 * @param total the number of dimensions
 * @throws GraphQLError BAD_USER_INPUT that names the wrong argument
 */
export function checkDimensionSets({ atLeast, allOf, anyOf, noneOf }: DimensionSets, total: number): void {
  checkDimensionCount("atLeast", atLeast, total);
  for (const [argument, keys] of Object.entries({ allOf, anyOf, noneOf })) {
    if (keys?.length === 0) {
      throw inputError(
        "expected at least one dimension, got an empty list. Add a dimension or omit the argument.",
        {
          argument: [argument],
        },
      );
    }
  }
  const excluded = new Set(noneOf);
  const both = (allOf ?? []).filter((key) => excluded.has(key));
  if (both.length > 0) {
    throw inputError(
      `expected no dimension of allOf, got ${both.join(", ")}. Remove it from one of the two.`,
      {
        argument: ["noneOf"],
      },
    );
  }
  if (anyOf?.every((key) => excluded.has(key))) {
    throw inputError(
      "expected at least one dimension of anyOf to remain, got none. Remove a dimension of anyOf from noneOf.",
      {
        argument: ["noneOf"],
      },
    );
  }
  const remaining = total - excluded.size;
  if (remaining < atLeast) {
    throw inputError(
      `expected at most ${remaining} (the number of dimensions outside noneOf), got ${atLeast}. Lower it or shorten noneOf.`,
      { argument: ["atLeast"] },
    );
  }
}

/** Checks a number of dimensions. @throws GraphQLError BAD_USER_INPUT if it is not from 1 to the total */
export function checkDimensionCount(argument: string, count: number, total: number): void {
  if (count >= 1 && count <= total) return;
  throw inputError(`expected a number from 1 to ${total} (the number of dimensions), got ${count}.`, {
    argument: [argument],
  });
}
