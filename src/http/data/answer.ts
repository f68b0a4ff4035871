import type { FastifyRequest } from "fastify";
import { dataPage } from "../../pages/data.js";
import type { PageLanguage } from "../../pages/language.js";
import type { DataFile } from "../../table/package/file.js";
import { fileName, type PackageOptions, readPackage, readTable } from "../../table/package/package.js";
import type { PackageReader } from "../../table/package/reader.js";
import { resources } from "../../table/package/resources.js";
import type { Answering } from "../answerer.js";
import { etagOf } from "../caching.js";
import type { Answer } from "../execute.js";
import type { QuestionSources } from "../question/answer.js";
import { requireVersion } from "../question/version.js";
import { type ServedFile, type ServedFormat, servedFormats } from "./address.js";
import { readData } from "./read.js";

/** How a request for the page /data/ is answered. */
export function answeringPage(
  request: FastifyRequest,
  sources: QuestionSources,
  language: PageLanguage,
  wanted: string | undefined,
): Answering {
  return {
    key: JSON.stringify(["data", language, wanted]),
    async execute(signal, attempts) {
      const { value, version } = await readData(request, sources, { signal, attempts }, async (reader) => {
        const packages = [];
        for (const format of servedFormats) {
          packages.push({ format, ...(await readPackage(reader, optionsFor(format, sources))) });
        }
        return packages;
      });
      const { dataVersion, citation } = value[0] as (typeof value)[number];
      requireVersion(dataVersion, wanted);
      const body = dataPage({ packages: value, dataVersion, citation, language });
      const headers = { "content-type": "text/html; charset=utf-8", "govgraph-data-version": dataVersion };
      return toAnswer(request, headers, body, version);
    },
  };
}

/** How a request for a file of the data package is answered. */
export function answeringFile(
  request: FastifyRequest,
  sources: QuestionSources,
  { format, name }: ServedFile,
  wanted: string | undefined,
): Answering {
  const options = optionsFor(format, sources);
  return {
    key: JSON.stringify(["data", format, name, wanted]),
    async execute(signal, attempts) {
      const { value, version } = await readData(request, sources, { signal, attempts }, async (reader) => ({
        file: await readFile(reader, name, options),
        dataVersion: (await reader.meta()).dataVersion,
      }));
      const { file, dataVersion } = value;
      requireVersion(dataVersion, wanted);
      const folder = options.url === null ? "" : `${options.url}${format}/`;
      const headers = {
        "content-type": `${file.mediaType}; charset=utf-8`,
        "content-disposition": `${name.endsWith(`.${format}`) ? "attachment" : "inline"}; filename="${name}"`,
        "accept-ranges": "bytes",
        "govgraph-data-version": dataVersion,
        link: `<${folder}${name}?dataVersion=${dataVersion}>; rel="cite-as"`,
      };
      return toAnswer(request, headers, file.text, version);
    },
  };
}

const optionsFor = (format: ServedFormat, { execution, version }: QuestionSources): PackageOptions => {
  const base = execution.config.GOVGRAPH_PUBLIC_URL;
  return { format, bom: false, version, url: base === undefined ? null : `${base}/data/` };
};

/** Reads one table alone; the other files describe all tables. */
async function readFile(reader: PackageReader, name: string, options: PackageOptions): Promise<DataFile> {
  const resource = resources.find((candidate) => fileName(candidate.name, options.format) === name);
  if (resource !== undefined) return readTable(reader, resource, options);
  const { files } = await readPackage(reader, options);
  const file = files.find((candidate) => candidate.name === name);
  if (file === undefined) throw new TypeError(`${name}: expected a file of the data package, got none.`);
  return file;
}

function toAnswer(
  { id }: FastifyRequest,
  headers: Answer["headers"],
  body: string,
  version: string | null,
): Answer {
  return {
    status: 200,
    headers,
    body,
    etag: etagOf(body),
    outcome: "OK",
    version,
    operation: null,
    hash: null,
    requestId: id,
  };
}
