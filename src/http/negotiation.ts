import type { FastifyRequest } from "fastify";
import Negotiator from "negotiator";
import { toPrintable } from "../names/printable.js";
import { isPageLanguage, type PageLanguage, pageLanguages } from "../pages/language.js";
import { inputError } from "../question/inputError.js";
import { searchOf } from "./search.js";

/** Types of answers. The first is for clients that accept any type, such as curl. */
const types = ["application/json", "application/graphql-response+json", "text/html"];

/** Returns whether a client prefers a page to JSON, as browsers do when a person opens an address. */
export function prefersHtml({ headers }: Pick<FastifyRequest, "headers">): boolean {
  return new Negotiator({ headers }).mediaType(types) === "text/html";
}

/**
 * Returns the language of a page: `?lang=`, else the language that the client prefers, else English.
 * @throws GraphQLError BAD_USER_INPUT if `lang` is not a language of pages
 */
export function pageLanguage(request: Pick<FastifyRequest, "headers" | "url">): PageLanguage {
  const lang = searchOf(request.url).get("lang") ?? "";
  if (lang === "") return preferredLanguage(request);
  if (isPageLanguage(lang)) return lang;
  throw inputError(`expected ${pageLanguages.join(" or ")}, got ${toPrintable(lang)}.`, {
    argument: ["lang"],
    allowed: pageLanguages,
  });
}

/** Returns the language of pages that a client prefers; English if it names none of them. */
export function preferredLanguage({ headers }: Pick<FastifyRequest, "headers">): PageLanguage {
  return new Negotiator({ headers }).language([...pageLanguages]) === "zh" ? "zh" : "en";
}
