import type { DimensionKey } from "../../model/dimension.js";
import { inputError } from "../inputError.js";

/** Conditions on the set of dimensions that a region leads in. */
export interface DimensionSets {
  readonly atLeast: number;
  readonly allOf: readonly DimensionKey[] | null;
  readonly anyOf: readonly DimensionKey[] | null;
  readonly noneOf: readonly DimensionKey[] | null;
}

/**
 * Refuses conditions that say nothing or contradict each other.
 * @param all how many dimensions there are
 * @throws GraphQLError BAD_USER_INPUT with the argument at fault
 */
export function checkDimensionSets({ atLeast, allOf, anyOf, noneOf }: DimensionSets, all: number): void {
  checkDimensionCount("atLeast", atLeast, all);
  for (const [argument, keys] of Object.entries({ allOf, anyOf, noneOf })) {
    if (keys?.length === 0) {
      throw inputError("expected at least one dimension, or leave the argument out", {
        argument: [argument],
      });
    }
  }
  const barred = new Set(noneOf);
  const both = (allOf ?? []).filter((key) => barred.has(key));
  if (both.length > 0) {
    throw inputError(`${both.join(", ")} cannot be both in allOf and in noneOf`, { argument: ["noneOf"] });
  }
  if (anyOf?.every((key) => barred.has(key))) {
    throw inputError("every dimension of anyOf is also in noneOf, so nothing can match", {
      argument: ["noneOf"],
    });
  }
  if (all - barred.size < atLeast) {
    throw inputError(
      `only ${all - barred.size} dimensions are left outside noneOf, but atLeast is ${atLeast}`,
      {
        argument: ["atLeast"],
      },
    );
  }
}

/** Refuses a number of dimensions that there cannot be. @throws GraphQLError BAD_USER_INPUT */
export function checkDimensionCount(argument: string, count: number, all: number): void {
  if (count >= 1 && count <= all) return;
  throw inputError(`expected a number from 1 to ${all} (there are ${all} dimensions), got ${count}`, {
    argument: [argument],
  });
}
