import { inputError } from "../question/inputError.js";

/** Returns the parameters in the query string of an address. */
export function searchOf(url: string): URLSearchParams {
  const start = url.indexOf("?");
  return new URLSearchParams(start < 0 ? "" : url.slice(start));
}

/** Returns the values of a parameter. An empty value counts as not given. */
export const textsIn = (search: URLSearchParams, name: string): readonly string[] =>
  search.getAll(name).filter((text) => text.trim() !== "");

/** Returns the value of a parameter; undefined if it is not given. @throws GraphQLError BAD_USER_INPUT for several values */
export function onlyText(search: URLSearchParams, name: string): string | undefined {
  const [text, ...others] = textsIn(search, name);
  if (others.length === 0) return text;
  throw inputError(`expected one value, got ${1 + others.length}. Remove the others.`, { argument: [name] });
}
