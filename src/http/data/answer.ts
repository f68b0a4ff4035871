import type { FastifyRequest } from "fastify";
import { dataPage, type ShownData } from "../../pages/data.js";
import type { PageLanguage } from "../../pages/language.js";
import { readPackage } from "../../table/package/package.js";
import type { Answering } from "../answerer.js";
import { etagOf } from "../caching.js";
import type { Answer } from "../execute.js";
import type { QuestionSources } from "../question/answer.js";
import { requireVersion } from "../question/version.js";
import { type ServedFile, servedFormats } from "./address.js";
import { readData } from "./read.js";

/** All files in all formats. They are read and cached together, so that their checksums are of one load. */
type Packages = Omit<ShownData, "language">;

/**
 * How a request for data is answered.
 * @param wanted the only data version that the answer may be of; undefined for any
 * @param toPart makes headers and body of the requested part
 */
export function answeringData(
  request: FastifyRequest,
  sources: QuestionSources,
  wanted: string | undefined,
  toPart: (packages: Packages) => Pick<Answer, "headers" | "body">,
): Answering {
  return {
    key: JSON.stringify(["data"]),
    execute: async (signal, attempts) => {
      const { value, version } = await readData(request, sources, { signal, attempts }, async (reader) => {
        const packages = [];
        for (const format of servedFormats) {
          const options = { format, bom: false, version: sources.version, url: urlOf(sources) };
          packages.push({ format, ...(await readPackage(reader, options)) });
        }
        return packages;
      });
      const { dataVersion = "", citation = "" } = value[0] ?? {};
      const packages: Packages = { packages: value, dataVersion, citation };
      const body = JSON.stringify(packages);
      const headers = { "content-type": "application/json" };
      const known = { operation: null, hash: null, requestId: request.id };
      return { status: 200, headers, body, etag: etagOf(body), outcome: "OK", version, ...known };
    },
    partOf(whole) {
      const packages = JSON.parse(String(whole.body)) as Packages;
      const { dataVersion } = packages;
      requireVersion(dataVersion, wanted);
      const { headers, body } = toPart(packages);
      return {
        ...whole,
        headers: { ...headers, "govgraph-data-version": dataVersion },
        body,
        etag: etagOf(body),
      };
    },
  };
}

/** Returns how to make the page /data/. */
export const toPage =
  (language: PageLanguage) =>
  (packages: Packages): Pick<Answer, "headers" | "body"> => ({
    headers: { "content-type": "text/html; charset=utf-8" },
    body: dataPage({ ...packages, language }),
  });

/** Returns how to make a file. */
export const toFile =
  ({ format, name }: ServedFile, sources: QuestionSources) =>
  ({ packages, dataVersion }: Packages): Pick<Answer, "headers" | "body"> => {
    const { files = [] } = packages.find((candidate) => candidate.format === format) ?? {};
    const file = files.find((candidate) => candidate.name === name);
    if (file === undefined) {
      throw new TypeError(
        `${name}: expected a file of the data package, got none. Correct the names in address.ts.`,
      );
    }
    const url = urlOf(sources);
    const folder = url === null ? "" : `${url}${format}/`;
    return {
      headers: {
        "content-type": `${file.mediaType}; charset=utf-8`,
        "content-disposition": `${name.endsWith(`.${format}`) ? "attachment" : "inline"}; filename="${name}"`,
        "accept-ranges": "bytes",
        link: `<${folder}${name}?dataVersion=${dataVersion}>; rel="cite-as"`,
      },
      body: file.text,
    };
  };

/** The public address of the data; null if there is none. */
function urlOf({ execution }: QuestionSources): string | null {
  const base = execution.config.GOVGRAPH_PUBLIC_URL;
  return base === undefined ? null : `${base}/data/`;
}
