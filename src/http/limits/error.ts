import { GraphQLError } from "graphql";

/** What is limited, in which unit, and what to do instead; by the code of the error. */
const limits = {
  TOO_MANY_TOKENS: {
    what: "Tokens of the document",
    unit: "tokens",
    advice: "Leave out what is not needed, or ask in several requests.",
  },
  TOO_MANY_SELECTIONS: {
    what: "Selections of the operation, fragments followed",
    unit: "selections",
    advice: "Use fewer fragments within fragments.",
  },
  QUERY_TOO_DEEP: {
    what: "Depth of the operation, fragments followed",
    unit: "levels",
    advice: "Ask for the inner objects in a request of their own, by id or code.",
  },
  TOO_MANY_ROOT_FIELDS: {
    what: "Fields at the root of the operation",
    unit: "fields",
    advice: "Ask in several requests.",
  },
  TOO_MANY_ALIASES: {
    what: "Aliases in the document",
    unit: "aliases",
    advice: "Ask in several requests, or use a question that takes a list.",
  },
  TOO_MANY_DIRECTIVES: {
    what: "Directives in the document",
    unit: "directives",
    advice: "Leave out what is not needed.",
  },
  LIST_TOO_LONG: { what: "A list of values", unit: "items", advice: "Ask in several requests." },
  TEXT_TOO_LONG: {
    what: "A text among the values",
    unit: "characters",
    advice: "No name, id or cursor is longer.",
  },
  INPUT_TOO_DEEP: {
    what: "Nesting of a value",
    unit: "levels or more",
    advice: "No argument takes a value that deep.",
  },
  QUERY_TOO_COMPLEX: {
    what: "Estimated cost of the operation",
    unit: "points",
    advice:
      "Each field costs a point, and a list multiplies what it holds by its size: ask for smaller pages (`first`), for fewer lists within lists, or in several requests.",
  },
} as const;

const figure = (value: number) => value.toLocaleString("en");

/**
 * The error that tells a client of a limit, the value found and the way out; its extensions hold both figures.
 * @param found the value, or null where counting stopped at the limit
 * @param where what it was found in, such as a variable
 */
export function excess(
  code: keyof typeof limits,
  found: number | null,
  limit: number,
  where = "",
): GraphQLError {
  const { what, unit, advice } = limits[code];
  const value = found === null ? `more than ${figure(limit)}` : figure(found);
  return new GraphQLError(
    `${what}${where && ` in ${where}`}: found ${value} ${unit}, at most ${figure(limit)} allowed. ${advice}`,
    { extensions: { code, ...(found !== null && { found }), limit, http: { status: 400 } } },
  );
}

/** The error for a text that no honest client sends. */
export function malformed(where: string, fault: string): GraphQLError {
  return new GraphQLError(`A text in ${where} holds ${fault}. Send well-formed Unicode text.`, {
    extensions: { code: "MALFORMED_TEXT", http: { status: 400 } },
  });
}
