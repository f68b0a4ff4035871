import { GraphQLError } from "graphql";

/** What is limited, in which unit, and what to do instead; by the code of the error. */
const limits = {
  TOO_MANY_TOKENS: {
    what: "Tokens of the document",
    unit: "tokens",
    advice: "Leave out what is not needed, or send several requests.",
  },
  TOO_MANY_SELECTIONS: {
    what: "Selections of the document, fragments followed",
    unit: "selections",
    advice: "Use fewer fragments within fragments.",
  },
  TOO_MANY_REPEATED_FIELDS: {
    what: "Selections of the same field",
    unit: "selections",
    advice: "Select it once; different arguments need different aliases.",
  },
  QUERY_TOO_DEEP: {
    what: "Depth of the operation, fragments followed",
    unit: "levels",
    advice: "Ask for the inner objects in a request of their own, by id or code.",
  },
  LIST_TOO_LONG: { what: "A list of values", unit: "items", advice: "Send several requests." },
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
      "Each field costs a point, a list multiplies what it holds by its size, and each question costs at least 1,000: ask for smaller pages (`first`), for fewer lists within lists, or in several requests.",
  },
} as const;

const figure = (value: number) => value.toLocaleString("en");

/**
 * The error for a limit that is exceeded: it names the limit, the value found and what to do; its extensions hold both
 * figures.
 * @param found the value, or null if counting stopped at the limit
 * @param where where it was found, such as a variable
 */
export function limitError(
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

/** The error for a text that is not well-formed Unicode. */
export function malformedText(where: string, fault: string): GraphQLError {
  return new GraphQLError(`A text in ${where} holds ${fault}. Send well-formed Unicode text.`, {
    extensions: { code: "MALFORMED_TEXT", http: { status: 400 } },
  });
}
