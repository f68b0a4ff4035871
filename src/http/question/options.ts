import { toPrintable } from "../../names/printable.js";
import { type Form, tableForms } from "../../pages/forms.js";
import { pageLanguages } from "../../pages/language.js";
import { inputError } from "../../question/inputError.js";
import { type Language, languages } from "../../table/column.js";
import { onlyText, textsIn } from "../search.js";

/** Names in the query string that are not arguments of questions. */
export const reservedNames = ["lang", "dataVersion", "long", "columns", "bom"] as const;
type Reserved = (typeof reservedNames)[number];

export const isReserved = (name: string) => reservedNames.some((reserved) => reserved === name);

/** How to show an answer, from the query string of an address. */
export interface ShowOptions {
  /** Not given: both languages in tables, the language that the client prefers on pages. */
  readonly language: Language | undefined;
  readonly long: string | undefined;
  readonly columns: readonly string[] | undefined;
  readonly bom: boolean;
  /** The only data version that the answer may be of. */
  readonly dataVersion: string | undefined;
}

/** The forms that an option is for. The others refuse it. */
const formsOf: Readonly<Partial<Record<Reserved, readonly Form[]>>> = {
  long: tableForms,
  columns: tableForms,
  bom: ["csv"],
};

/** Reads the reserved names of a query string. An empty value counts as not given. @throws GraphQLError BAD_USER_INPUT */
export function readOptions(search: URLSearchParams, form: Form): ShowOptions {
  const columns = search.getAll("columns").flatMap((text) => text.split(/[,，、;；\s]+/));
  const named = columns.filter((name) => name !== "");
  if (named.length > 0) checkForm("columns", form);
  return {
    language: readLanguage(readOne(search, "lang", form), form),
    long: readOne(search, "long", form),
    columns: named.length > 0 ? named : undefined,
    bom: readSwitch("bom", readOne(search, "bom", form)),
    dataVersion: readOne(search, "dataVersion", form),
  };
}

function readOne(search: URLSearchParams, name: Reserved, form: Form): string | undefined {
  if (textsIn(search, name).length > 0) checkForm(name, form);
  return onlyText(search, name);
}

function checkForm(name: Reserved, form: Form): void {
  const allowed = formsOf[name];
  if (allowed === undefined || allowed.includes(form)) return;
  throw inputError(`expected with ${allowed.join(", ")}, got ${form}. Remove ${name}.`, { argument: [name] });
}

function readLanguage(text: string | undefined, form: Form): Language | undefined {
  if (text === undefined) return undefined;
  const allowed: readonly Language[] = form === "page" ? pageLanguages : languages;
  const language = allowed.find((candidate) => candidate === text);
  if (language !== undefined) return language;
  throw inputError(`expected ${allowed.join(" or ")}, got ${toPrintable(text)}.`, {
    argument: ["lang"],
    allowed,
  });
}

function readSwitch(name: Reserved, text: string | undefined): boolean {
  if (text === undefined || text === "false" || text === "0") return false;
  if (text === "true" || text === "1") return true;
  throw inputError(`expected true or false, got ${toPrintable(text)}.`, {
    argument: [name],
    allowed: ["true", "false"],
  });
}
