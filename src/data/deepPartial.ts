import type { Path } from "./yaml.js";

/**
 * A value without its invalid parts; the remaining parts have the right type. The content checks work on such values, so
 * that one wrong value does not hide the faults of the others.
 */
export type DeepPartial<T> = T extends readonly (infer Item)[]
  ? readonly (DeepPartial<Item> | undefined)[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T;

/**
 * Removes the parts at the given paths from a value. List positions do not change: a removed entry becomes undefined.
 * @returns a copy without these parts; undefined if one of the paths is the root
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

/** Yields the defined entries of a list, each with its index. */
export function* presentEntries<T>(
  list: readonly (T | undefined)[] | undefined,
): Generator<readonly [number, T]> {
  if (list === undefined) return;
  for (const [index, item] of list.entries()) {
    if (item !== undefined) yield [index, item];
  }
}
