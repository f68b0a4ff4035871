import type { DataFile } from "../table/package/file.js";
import type { DataFormat } from "../table/package/format.js";
import { fileName, tables } from "../table/package/package.js";
import { type Content, html } from "./html.js";
import type { PageLanguage } from "./language.js";
import { toPage } from "./layout.js";
import { messages } from "./messages.js";

/** The data package as a page shows it. */
export interface ShownData {
  readonly packages: readonly { readonly format: DataFormat; readonly files: readonly DataFile[] }[];
  readonly dataVersion: string;
  /** How to cite it, in one line. */
  readonly citation: string;
  readonly language: PageLanguage;
}

/** Returns the page that lists the files of the data package in each format. */
export function dataPage({ packages, dataVersion, citation, language }: ShownData): string {
  const { data, dataVersion: version, cite, codeIsText, permanentData } = messages;
  const title = data[language];
  return toPage({
    language,
    title: `${title} · GovGraph 政务图谱`,
    home: `../?lang=${language}`,
    translation: `?lang=${language === "en" ? "zh" : "en"}`,
    main: html`<h1>${title}</h1>
<p>${messages.dataIntro[language]}</p>
<p>${version[language]} <code>${dataVersion}</code> · <a href="?dataVersion=${dataVersion}" rel="bookmark">${permanentData[language]}</a></p>
<p>${codeIsText[language]}</p>
${packages.map(({ format, files }) => fileTable(format, files, language))}<h2>${cite[language]}</h2>
<p>${citation}</p>`,
  });
}

function fileTable(format: DataFormat, files: readonly DataFile[], language: PageLanguage): Content {
  const rows = files.map(
    ({ name, bytes, sha256 }) =>
      html`<tr><td><a href="${format}/${name}">${name}</a></td><td>${describe(name, format, language)}</td><td align="right">${sizeOf(bytes)}</td><td><code>${sha256.slice(0, 16)}…</code></td></tr>\n`,
  );
  const { file, content, size } = messages;
  return html`<h2>${formatNames[format]}</h2>
<table>
<thead><tr><th scope="col">${file[language]}</th><th scope="col">${content[language]}</th><th scope="col">${size[language]}</th><th scope="col">SHA-256</th></tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

const formatNames: Readonly<Record<DataFormat, string>> = { csv: "CSV", json: "JSON", jsonl: "JSON Lines" };

/** Returns what is in a file; "" for a file without a description. */
function describe(name: string, format: DataFormat, language: PageLanguage): string {
  const table = tables.find((candidate) => fileName(candidate.name, format) === name);
  if (table !== undefined) return table.title[language];
  return fileTitles[name]?.[language] ?? "";
}

const fileTitles: Readonly<Record<string, Readonly<Record<PageLanguage, string>>>> = {
  "datapackage.json": {
    en: "Description of all tables and their keys (Frictionless Data Package)",
    zh: "全部表格及其键的说明（Frictionless Data Package）",
  },
  "CITATION.cff": { en: "Citation File Format", zh: "引用信息（Citation File Format）" },
  "citation.bib": { en: "Citation as BibTeX", zh: "引用信息（BibTeX）" },
  "citation-gbt7714.txt": { en: "Citation by GB/T 7714", zh: "引用信息（GB/T 7714）" },
  SHA256SUMS: { en: "Checksums of all files", zh: "全部文件的校验和" },
};

const sizeOf = (bytes: number) => (bytes < 1_000 ? `${bytes} B` : `${Math.round(bytes / 1_000)} kB`);
