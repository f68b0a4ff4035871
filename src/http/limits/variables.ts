import { maxListLength, maxTextLength, maxValueDepth } from "./constants.js";
import { limitError, malformedText } from "./error.js";
import { findInvalidUnicode } from "./unicode.js";

/**
 * Checks the values of an operation's variables: lists, texts, depth, characters. `checkDocument` does the same for
 * literals.
 * @throws GraphQLError for the first limit that is exceeded
 */
export function checkVariables(variables: Readonly<Record<string, unknown>> | undefined): void {
  if (variables === undefined) return;
  // A stack, not recursion: the client decides how deep values are nested.
  const rest: { value: unknown; name: string; depth: number }[] = [];
  for (const [name, value] of Object.entries(variables)) {
    rest.push({ value, name: name.slice(0, 50), depth: 1 });
  }
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value, name, depth } = next;
    if (typeof value === "string") checkText(value, name);
    if (typeof value !== "object" || value === null) continue;
    if (depth > maxValueDepth)
      throw limitError("INPUT_TOO_DEEP", depth, maxValueDepth, `the variable $${name}`);
    const items = Array.isArray(value) ? value : Object.values(value);
    if (Array.isArray(value) && items.length > maxListLength) {
      throw limitError("LIST_TOO_LONG", items.length, maxListLength, `the variable $${name}`);
    }
    for (const item of items) rest.push({ value: item, name, depth: depth + 1 });
  }
}

function checkText(value: string, name: string): void {
  const fault = findInvalidUnicode(value);
  if (fault !== null) throw malformedText(`the variable $${name}`, fault);
  if (value.length > maxTextLength) {
    throw limitError("TEXT_TOO_LONG", value.length, maxTextLength, `the variable $${name}`);
  }
}
