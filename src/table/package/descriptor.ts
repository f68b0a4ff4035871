import { dataTitle } from "./citation.js";
import type { Field } from "./dataTable.js";
import type { DataFile } from "./file.js";
import type { DataFormat } from "./format.js";
import type { PackageMeta, PackageSource } from "./reader.js";
import type { Resource } from "./resources.js";

/** A table as the descriptor describes it. */
export interface DescribedTable {
  readonly file: DataFile;
  readonly name: string;
  readonly title: string;
  readonly format: DataFormat;
  readonly fields: readonly Field[];
  readonly primaryKey: Resource["primaryKey"];
  readonly foreignKeys: Resource["foreignKeys"];
}

/**
 * Returns the descriptor of a Data Package (Frictionless Data): the tables with their columns and keys, the sources with
 * what is weak about each, the data version, how to cite it.
 */
export function describePackage(
  tables: readonly DescribedTable[],
  {
    meta,
    sources,
    citation,
  }: { readonly meta: PackageMeta; readonly sources: readonly PackageSource[]; readonly citation: string },
): object {
  return {
    profile: "data-package",
    name: "govgraph",
    title: dataTitle,
    version: meta.dataVersion,
    created: meta.loadedAt,
    ...(meta.addedFiles.length > 0 && { addedFiles: meta.addedFiles }),
    citation,
    licenses: [{ name: "Apache-2.0", path: "https://www.apache.org/licenses/LICENSE-2.0" }],
    sources: sources.map(({ key, title, publisher, publishedOn, url, weakness }) => ({
      name: key,
      title,
      ...(url !== null && { path: url }),
      publisher,
      publishedOn,
      weakness,
    })),
    resources: tables.map(describeTable),
  };
}

function describeTable({
  file,
  name,
  title,
  format,
  fields,
  primaryKey,
  foreignKeys,
}: DescribedTable): object {
  return {
    profile: "tabular-data-resource",
    name,
    title,
    path: file.name,
    format,
    mediatype: file.mediaType,
    encoding: "utf-8",
    // frictionless does not count the bytes of a JSON array, and would report a difference.
    ...(format !== "json" && { bytes: file.bytes }),
    hash: `sha256:${file.sha256}`,
    schema: {
      fields,
      missingValues: [""],
      primaryKey,
      ...(Object.keys(foreignKeys).length > 0 && {
        foreignKeys: Object.entries(foreignKeys).map(([column, target]) =>
          describeForeignKey(name, column, target),
        ),
      }),
    },
  };
}

/** A table that refers to itself has the name "" in its own foreign keys. */
function describeForeignKey(table: string, column: string, target: string): object {
  const [resource = "", field] = target.split(".");
  return { fields: [column], reference: { resource: resource === table ? "" : resource, fields: [field] } };
}
