import { type GraphQLArgument, getNamedType, isEnumType, isRequiredArgument } from "graphql";
import { type ArgumentTexts, type ArgumentValues, isListArgument, toFlag } from "../table/arguments.js";
import { exampleText } from "../table/example.js";
import type { Question } from "../table/request.js";
import { type Content, html } from "./html.js";
import type { PageLanguage } from "./language.js";
import { messages } from "./messages.js";
import { describe } from "./topics.js";

/**
 * Returns a form with one field per argument of a question, which asks the question at the same address.
 * @param texts the arguments as typed, which the form is filled in with
 * @param values the same, read; empty if a required argument is missing
 */
export function argumentForm(
  { args }: Question,
  texts: ArgumentTexts,
  values: ArgumentValues,
  language: PageLanguage,
): Content {
  if (args.length === 0) return null;
  const fields = args.map((argument) => {
    const { name } = argument;
    const typed = [...(texts[name] ?? []), ...(toFlag(name) === name ? [] : (texts[toFlag(name)] ?? []))];
    return html`<p><label for="${name}">${name}</label>${
      isRequiredArgument(argument) && ` (${messages.required[language]})`
    }<br>
${field(argument, typed.join(", "), values[name])}<br>
<small>${describe(argument, language)}</small></p>
`;
  });
  return html`<form method="get">
${fields}<input type="hidden" name="lang" value="${language}">
<p><button type="submit">${messages.ask[language]}</button></p>
</form>`;
}

/** A choice for an argument with one of several values, else a text. */
function field(argument: GraphQLArgument, typed: string, value: unknown): Content {
  const { name } = argument;
  const type = getNamedType(argument.type);
  if (!isEnumType(type) || isListArgument(argument)) {
    return html`<input id="${name}" name="${name}" value="${typed}" placeholder="${exampleText(argument)}">`;
  }
  const names = ["", ...type.getValues().map((one) => one.name)];
  const options = names.map((one) =>
    one === value
      ? html`<option value="${one}" selected>${one}</option>`
      : html`<option value="${one}">${one}</option>`,
  );
  return html`<select id="${name}" name="${name}">${options}</select>`;
}
