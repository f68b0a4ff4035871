import type { PackageReader } from "./reader.js";

/** What a citation of the data says. */
export interface Cited {
  /** Version of GovGraph. */
  readonly version: string;
  readonly dataVersion: string;
  /** Day of the load, as 2024-05-31. */
  readonly day: string;
  /** What the data are, in one sentence. */
  readonly summary: string;
  /** Public address of the data at this version; null if there is none. */
  readonly url: string | null;
}

export const dataTitle = "GovGraph 政务图谱: facts of the assessment of online government services";

/**
 * Reads what a citation says.
 * @param url public address of the data without a data version; null if there is none
 */
export async function readCited(
  reader: PackageReader,
  { version, url }: { readonly version: string; readonly url: string | null },
): Promise<Cited> {
  const { dataVersion, loadedAt } = await reader.meta();
  const facts = await reader.facts();
  const years = [...new Set(facts.map(({ edition }) => edition))].sort();
  const editions = years.length === 1 ? `edition ${years[0]}` : `editions ${years.join(", ")}`;
  const { length: sources } = await reader.citedSources();
  return {
    version,
    dataVersion,
    day: loadedAt.slice(0, 10),
    summary: `${facts.length} facts on the ${editions} of the assessment of online government services, each cited from its source (${sources} sources).`,
    url: url === null ? null : `${url}?dataVersion=${dataVersion}`,
  };
}

/** Returns a citation in one line. */
export const toCitation = ({ version, dataVersion, summary }: Cited): string =>
  `GovGraph 政务图谱 ${version}, data version ${dataVersion}: ${summary}`;

/** Returns a BibTeX entry. */
export function toBibTeX({ dataVersion, day, summary, url }: Cited): string {
  const fields = {
    author: "{GovGraph}",
    title: `{${dataTitle}}`,
    year: day.slice(0, 4),
    version: dataVersion,
    note: `Data version ${dataVersion}, loaded on ${day}: ${summary}`,
    ...(url !== null && { url }),
  };
  const lines = Object.entries(fields).map(([name, text]) => `  ${name} = {${text}},\n`);
  return `@misc{govgraph-${dataVersion},\n${lines.join("")}}\n`;
}

/** Returns a reference by GB/T 7714-2015. The reader adds the day of access in the brackets. */
export function toGBT7714({ dataVersion, day, url }: Cited): string {
  const kind = url === null ? "[DS]" : "[DS/OL]";
  const where = url === null ? "" : ` ${url}.`;
  return `GovGraph. 政务图谱：一体化政务服务能力调查评估数据${kind}. 数据版本 ${dataVersion}. (${day})[引用日期].${where}\n`;
}

/** Returns a CITATION.cff, as GitHub and Zenodo read it (Citation File Format 1.2.0). JSON texts are YAML texts. */
export function toCff(cited: Cited): string {
  const { dataVersion, url } = cited;
  const entries: readonly (readonly [string, string])[] = [
    ["cff-version", "1.2.0"],
    ["message", "Cite the data version that you used."],
    ["type", "dataset"],
    ["title", dataTitle],
    ["abstract", toCitation(cited)],
    ["version", dataVersion],
    ["license", "Apache-2.0"],
    ...(url === null ? [] : [["url", url] as const]),
  ];
  return `${entries.map(([name, text]) => `${name}: ${JSON.stringify(text)}\n`).join("")}authors:\n  - name: "GovGraph"\n`;
}
