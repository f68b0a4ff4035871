import { toPrintable } from "../names/printable.js";

/** A value as a message shows it: a plain word as it is, everything else so that its ends and blanks can be seen. */
export function formatValue(value: unknown): string {
  if (typeof value === "string") {
    if (/^[\p{L}\p{N}]([\p{L}\p{N}\p{M}_.%@()·-]*[\p{L}\p{N}\p{M}%)])?$/u.test(value) && value.length <= 60) {
      return value;
    }
    return toPrintable(value);
  }
  if (value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return `${typeof value === "boolean" ? "the truth value" : "the number"} ${String(value)}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWithOr(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  const others = words.slice(0, -1).join(", ");
  return others === "" ? last : `${others} or ${last}`;
}
