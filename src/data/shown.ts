/** A value as a message shows it: a plain word as it is, everything else so that its ends and blanks can be seen. */
export function shown(value: unknown): string {
  if (typeof value === "string") {
    if (/^[\p{L}\p{N}]([\p{L}\p{N}\p{M}_.%@()·-]*[\p{L}\p{N}\p{M}%)])?$/u.test(value) && value.length <= 60) {
      return value;
    }
    const quoted = JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value);
    return quoted.replace(invisible, (character) => `<${codePoint(character)}>`);
  }
  if (value === null) return "nothing";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "object") return "a mapping";
  return `${typeof value === "boolean" ? "the truth value" : "the number"} ${String(value)}`;
}

/** Characters that cannot be seen: formatting, control, private, unassigned, and blanks other than the plain space. */
export const invisible = /[\p{Cf}\p{Cc}\p{Co}\p{Cs}\p{Cn}]|(?! )\p{Z}/gu;

/** A character by its number, such as U+200B. */
export function codePoint(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

/** `a`, `a or b`, `a, b or c`. */
export function anyOf(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  const others = words.slice(0, -1).join(", ");
  return others === "" ? last : `${others} or ${last}`;
}
