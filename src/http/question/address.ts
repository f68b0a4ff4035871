import { type GraphQLSchema, isRequiredArgument } from "graphql";
import { didYouMean, nearest } from "../../names/nearest.js";
import { toPrintable } from "../../names/printable.js";
import { type Form, forms } from "../../pages/forms.js";
import { questionsOf } from "../../schema/topics.js";
import { type ArgumentTexts, type ArgumentValues, readArguments, toFlag } from "../../table/arguments.js";
import type { Question } from "../../table/request.js";
import { notFound } from "../httpError.js";
import { textsIn } from "../search.js";
import { isReserved } from "./options.js";

/** Reads the last part of the address of a question, such as `leaders.csv`. @throws HttpError 404 */
export function readName(
  schema: GraphQLSchema,
  text: string,
): { readonly question: Question; readonly form: Form } {
  const [name = "", ...endings] = text.split(".");
  const questions = questionsOf(schema);
  const question = questions.find((candidate) => candidate.name === name);
  if (question === undefined) {
    const near = nearest(
      name,
      questions.map((candidate) => candidate.name),
    );
    const advice = didYouMean(near) || ". The questions are listed at /.";
    throw notFound(`question: expected the name of a question, got ${toPrintable(name)}${advice}`, near);
  }
  if (endings.length === 0) return { question, form: "page" };
  const ending = endings.join(".");
  const form = forms.find((candidate) => candidate === ending);
  if (form !== undefined) return { question, form };
  const expected = `expected ${forms.join(", ")} or no ending`;
  throw notFound(`${name}: ${expected}, got ${toPrintable(ending)}.`, nearest(ending, forms));
}

/** Returns the arguments in the query string of an address, as typed. An argument that is only sent empty is left out. */
export function textsOf(search: URLSearchParams): ArgumentTexts {
  const names = [...new Set(search.keys())].filter((name) => !isReserved(name));
  return Object.fromEntries(
    names.map((name) => [name, textsIn(search, name)] as const).filter(([, texts]) => texts.length > 0),
  );
}

/**
 * Reads the arguments of a question.
 * @returns null if a required argument is missing, and the other arguments are right
 * @throws GraphQLError BAD_USER_INPUT
 */
export function readGiven({ args }: Question, texts: ArgumentTexts): ArgumentValues | null {
  const isGiven = (name: string) => name in texts || toFlag(name) in texts;
  const isMissing = args.some((argument) => isRequiredArgument(argument) && !isGiven(argument.name));
  if (!isMissing) return readArguments(args, texts);
  readArguments(
    args.map((argument) => ({ ...argument, defaultValue: argument.defaultValue ?? null })),
    texts,
  );
  return null;
}
