import type { ArgumentTexts, ArgumentValues } from "../table/arguments.js";
import { exampleOf } from "../table/example.js";
import type { Note } from "../table/notes.js";
import type { Question } from "../table/request.js";
import type { Table } from "../table/table.js";
import { argumentForm } from "./argumentForm.js";
import { forms, tableForms } from "./forms.js";
import { type Content, html } from "./html.js";
import type { PageLanguage } from "./language.js";
import { toPage } from "./layout.js";
import { toLink } from "./link.js";
import { messages } from "./messages.js";
import { noteList, tableElement } from "./table.js";
import { describe } from "./topics.js";

/** An answer as a page shows it. */
export interface ShownAnswer {
  readonly table: Table;
  readonly notes: readonly Note[];
  /** Name of the list whose entries are the rows; undefined for the usual rows. */
  readonly long: string | undefined;
  /** Names of the columns, if the address names some. */
  readonly columns: string | undefined;
  /** Names of the lists whose entries can be the rows. */
  readonly lists: readonly string[];
  /** Address of the answer at its data version. */
  readonly permanent: string;
}

/** A question as a page shows it. */
export interface ShownQuestion {
  readonly question: Question;
  /** The arguments as typed. */
  readonly texts: ArgumentTexts;
  /** The arguments, read; empty if a required argument is missing. */
  readonly values: ArgumentValues;
  readonly language: PageLanguage;
  /** Not given: a required argument is missing, and the page has an example instead of an answer. */
  readonly shown?: ShownAnswer;
}

/** Returns the page of a question: its form, and its answer as a table with links to its other forms. */
export function questionPage({ question, texts, values, language, shown }: ShownQuestion): string {
  const { name } = question;
  const other = language === "en" ? "zh" : "en";
  const asked = { long: shown?.long, columns: shown?.columns };
  return toPage({
    language,
    title: `${name} · GovGraph 政务图谱`,
    home: `../?lang=${language}`,
    translation: toLink(name, texts, { ...asked, lang: other }),
    main: html`<h1>${name}</h1>
<p>${describe(question, language)}</p>
${argumentForm(question, texts, values, language)}
${shown === undefined ? example(question, language) : answer(name, texts, shown, language)}`,
  });
}

function example(question: Question, language: PageLanguage): Content {
  const given = exampleOf(question);
  const texts = Object.fromEntries(Object.entries(given).map(([argument, text]) => [argument, [text]]));
  const link = toLink(question.name, texts, { lang: language });
  return html`<p>${messages.example[language]} <a href="${link}">${toLink(question.name, texts)}</a></p>`;
}

function answer(name: string, texts: ArgumentTexts, shown: ShownAnswer, language: PageLanguage): Content {
  const { table, notes, long, columns, lists, permanent } = shown;
  const links = forms.map((form) => {
    const link = toLink(`${name}.${form}`, texts, tableForms.includes(form) ? { long, columns } : {});
    return html`<li><a href="${link}">${form}</a></li>\n`;
  });
  const longer = lists
    .filter((list) => list !== long)
    .map(
      (list) => html`<li><a href="${toLink(name, texts, { long: list, lang: language })}">${list}</a></li>\n`,
    );
  return html`<h2>${messages.answer[language]}</h2>
${tableElement(table)}
${table.rows.length === 0 && html`<p>${messages.noRows[language]}</p>`}
${noteList(notes)}
<h2>${messages.forms[language]}</h2>
<ul>
${links}</ul>
${
  longer.length > 0 &&
  html`<h2>${messages.lists[language]}</h2>
<ul>
${longer}</ul>`
}
<p><a href="${permanent}" rel="bookmark">${messages.permanent[language]}</a></p>`;
}
