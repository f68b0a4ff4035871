import type { Form } from "../../pages/forms.js";
import { tableToCsv } from "../../table/csv.js";
import { toJson } from "../../table/json.js";
import { tableToMarkdown } from "../../table/markdown.js";
import type { Note } from "../../table/notes.js";
import type { Table } from "../../table/table.js";
import { tableToXlsx } from "../../table/xlsx.js";
import type { Asked } from "./ask.js";
import type { ShowOptions } from "./options.js";

/** The media type of each form. */
const mediaTypes: Readonly<Record<Form, string>> = {
  page: "text/html; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  graphql: "text/plain; charset=utf-8",
  cypher: "text/plain; charset=utf-8",
};

/** Returns the headers of a form. A browser saves a table for a spreadsheet as a file and shows the others. */
export function headersOf(form: Form, name: string): Readonly<Record<string, string>> {
  if (form === "page") return { "content-type": mediaTypes.page };
  const isSaved = form === "csv" || form === "xlsx";
  return {
    "content-type": mediaTypes[form],
    "accept-ranges": "bytes",
    "content-disposition": `${isSaved ? "attachment" : "inline"}; filename="${name}.${form}"`,
  };
}

/** Formats an answer as one of the forms that hold data. */
export async function formatAnswer(
  form: "csv" | "xlsx" | "json" | "md",
  { answer }: Asked,
  table: Table,
  notes: readonly Note[],
  { bom }: ShowOptions,
): Promise<string | Buffer> {
  switch (form) {
    case "csv":
      return tableToCsv(table, { bom });
    case "xlsx":
      return tableToXlsx(table, notes);
    case "json":
      return toJson(answer);
    case "md":
      return tableToMarkdown(table, notes);
  }
}
