import type { Path } from "./yaml.js";

/**
 * A value of which any part may be missing, since its form was wrong: what is left is of the right type. So that one
 * wrong value hides no fault of the others, the checks of what the data say work on this.
 */
export type DeepPartial<T> = T extends readonly (infer Item)[]
  ? readonly (DeepPartial<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;

/**
 * Takes the parts at the given paths out of a value; places in lists stay what they were.
 * @returns a copy without them; undefined if the root itself is among them
 */
export function withoutPaths(value: unknown, paths: readonly Path[]): unknown {
  const copy = structuredClone(value);
  for (const path of paths) {
    const last = path.at(-1);
    if (last === undefined) return undefined;
    let parent: unknown = copy;
    for (const step of path.slice(0, -1)) parent = (parent as Record<string, unknown> | undefined)?.[step];
    if (typeof parent === "object" && parent !== null) (parent as Record<string, unknown>)[last] = undefined;
  }
  return copy;
}

/** The entries of a list that are there, each with its place in the list. */
export function* presentEntries<T>(
  list: readonly (T | undefined)[] | undefined,
): Generator<readonly [number, T]> {
  if (list === undefined) return;
  for (const [index, item] of list.entries()) {
    if (item !== undefined) yield [index, item];
  }
}
