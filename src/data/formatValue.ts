import { toPrintable } from "../names/printable.js";

/**
 * Formats a value for a message: a plain word unchanged, any other text in quotation marks, so that its spaces and ends
 * are visible.
 */
export function formatValue(value: unknown): string {
  if (typeof value === "string") {
    // A plain word can also contain characters that only code points show.
    const isVisible = toPrintable(value) === `"${value}"`;
    if (
      isVisible &&
      /^[\p{L}\p{N}]([\p{L}\p{N}\p{M}_.%@()·-]*[\p{L}\p{N}\p{M}%)])?$/u.test(value) &&
      value.length <= 60
    ) {
      return value;
    }
    return toPrintable(value);
  }
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return `${typeof value === "boolean" ? "the boolean" : "the number"} ${String(value)}`;
}

/** Joins words: `a`, `a or b`, `a, b or c`. */
export function joinWithOr(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  const others = words.slice(0, -1).join(", ");
  return others === "" ? last : `${others} or ${last}`;
}
