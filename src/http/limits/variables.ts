import { deepestValue, longestList, longestText } from "./constants.js";
import { excess, malformed } from "./error.js";
import { malformation } from "./unicode.js";

/**
 * Checks the values of an operation's variables: lists, texts, depth, characters. Literals in the document are the
 * business of its own rule.
 * @throws GraphQLError for the first that goes beyond a limit
 */
export function checkVariables(variables: Readonly<Record<string, unknown>> | undefined): void {
  if (variables === undefined) return;
  // A stack, not recursion: what a client nests must not decide how deep our calls go.
  const rest: { value: unknown; name: string; depth: number }[] = [];
  for (const [name, value] of Object.entries(variables))
    rest.push({ value, name: name.slice(0, 50), depth: 1 });
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    const { value, name, depth } = next;
    if (typeof value === "string") checkText(value, name);
    if (typeof value !== "object" || value === null) continue;
    if (depth > deepestValue) throw excess("INPUT_TOO_DEEP", depth, deepestValue, `the variable $${name}`);
    const items = Array.isArray(value) ? value : Object.values(value);
    if (Array.isArray(value) && items.length > longestList)
      throw excess("LIST_TOO_LONG", items.length, longestList, `the variable $${name}`);
    for (const item of items) rest.push({ value: item, name, depth: depth + 1 });
  }
}

function checkText(value: string, name: string): void {
  const fault = malformation(value);
  if (fault !== null) throw malformed(`the variable $${name}`, fault);
  if (value.length > longestText)
    throw excess("TEXT_TOO_LONG", value.length, longestText, `the variable $${name}`);
}
