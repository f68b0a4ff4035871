import { planTable } from "../table.js";
import type { DataTable } from "./dataTable.js";
import type { PackageReader } from "./reader.js";

/**
 * Returns how to read the answer to a question as a table of the data package. A package about one edition asks about
 * that edition.
 * @param columns names of the columns; not given: all columns
 */
export function answerTable(
  name: string,
  columns?: readonly string[],
): (reader: PackageReader) => Promise<DataTable> {
  return async (reader) => {
    const { question, answer } = await reader.ask(name);
    const table = planTable(question, { columns }).fill(answer);
    return {
      fields: table.columns.map(({ name, type, description }) => ({ name, type, description })),
      rows: table.rows,
    };
  };
}
