import { readCited, toBibTeX, toCff, toCitation, toGBT7714 } from "./citation.js";
import type { DataTable, Field } from "./dataTable.js";
import { type DescribedTable, describePackage } from "./descriptor.js";
import { type DataFile, toChecksums, toFile } from "./file.js";
import { type DataFormat, fieldsIn, formatData, mediaTypes } from "./format.js";
import type { PackageReader } from "./reader.js";
import { type Resource, resources } from "./resources.js";

export interface PackageOptions {
  readonly format: DataFormat;
  /** Whether CSV begins with a byte-order mark. */
  readonly bom: boolean;
  /** Version of GovGraph. */
  readonly version: string;
  /** Public address of the data; null if there is none. */
  readonly url: string | null;
}

/** The whole graph as files of one data version. */
export interface DataPackage {
  readonly dataVersion: string;
  /** How to cite it, in one line. */
  readonly citation: string;
  readonly files: readonly DataFile[];
}

const dictionary: Pick<Resource, "name" | "title" | "primaryKey" | "foreignKeys"> = {
  name: "dictionary",
  title: { en: "All columns of all tables: type and meaning", zh: "全部表格各列的类型和含义" },
  primaryKey: ["table", "column"],
  foreignKeys: {},
};

/** The tables, the data dictionary last. */
export const tables = [...resources, dictionary];

/** The names of the files that are not tables. */
export const otherFiles = [
  "datapackage.json",
  "CITATION.cff",
  "citation.bib",
  "citation-gbt7714.txt",
  "SHA256SUMS",
] as const;

export const fileName = (table: string, format: DataFormat) => `${table}.${format}`;

/** Reads all files of the package. */
export async function readPackage(reader: PackageReader, options: PackageOptions): Promise<DataPackage> {
  const { format } = options;
  const described: DescribedTable[] = [];
  const add = ({ name, title, primaryKey, foreignKeys }: (typeof tables)[number], table: DataTable) => {
    const file = toTableFile(name, table, options);
    const fields = fieldsIn(format, table);
    described.push({ file, name, title: title.en, format, fields, primaryKey, foreignKeys });
  };
  for (const resource of resources) add(resource, await resource.read(reader));
  add(dictionary, dictionaryTable(described));
  const meta = await reader.meta();
  const cited = await readCited(reader, options);
  const citation = toCitation(cited);
  const descriptor = describePackage(described, { meta, sources: await reader.citedSources(), citation });
  const files = [
    ...described.map(({ file }) => file),
    toFile("datapackage.json", "application/json", `${JSON.stringify(descriptor, null, 2)}\n`),
    toFile("CITATION.cff", "text/plain", toCff(cited)),
    toFile("citation.bib", "text/plain", toBibTeX(cited)),
    toFile("citation-gbt7714.txt", "text/plain", toGBT7714(cited)),
  ];
  return {
    dataVersion: meta.dataVersion,
    citation,
    files: [...files, toFile("SHA256SUMS", "text/plain", toChecksums(files))],
  };
}

const toTableFile = (name: string, table: DataTable, { format, bom }: PackageOptions): DataFile =>
  toFile(fileName(name, format), mediaTypes[format], formatData(table, format, { bom }));

function dictionaryTable(described: readonly DescribedTable[]): DataTable {
  const text = (name: string, description: string): Field => ({ name, type: "string", description });
  return {
    fields: [
      text("table", "Name of the table."),
      text("column", "Name of the column."),
      text("type", "Type of the column, as in a Table Schema."),
      text("description", "Meaning of the column."),
    ],
    rows: described.flatMap(({ name, fields }) =>
      fields.map((field) => [name, field.name, field.type, field.description]),
    ),
  };
}
