import type { FastifyInstance } from "fastify";
import { pagePolicy } from "../../pages/layout.js";
import type { Answerer } from "../answerer.js";
import { checkSearch } from "../body.js";
import { forbidCaching } from "../caching.js";
import { pageLanguage } from "../negotiation.js";
import type { QuestionSources } from "../question/answer.js";
import { checkVersion } from "../question/version.js";
import { searchOf } from "../search.js";
import { readFileName, readVersion } from "./address.js";
import { answeringData, toFile, toPage } from "./answer.js";

/**
 * Serves the data package: its files at /data/<format>/<file>, and a page at /data/ that lists them. A request takes the same
 * way as one for a question.
 */
export async function serveData(
  scope: FastifyInstance,
  sources: QuestionSources,
  answerer: Answerer,
): Promise<void> {
  // The links of the page are relative to the folder.
  scope.get("/data", async ({ url }, reply) => reply.redirect(`data/${url.slice("/data".length)}`, 308));
  scope.get("/data/", async (request, reply) => {
    checkSearch(request.url);
    forbidCaching(reply, "Accept, Accept-Language, accept-encoding");
    const version = readVersion(searchOf(request.url), ["dataVersion", "lang"]);
    const language = pageLanguage(request);
    await checkVersion(sources.execution.questions, version);
    reply.headers({ "content-language": language, "content-security-policy": pagePolicy });
    return answerer.answer(request, reply, answeringData(request, sources, version, toPage(language)));
  });
  scope.get<{ Params: { format: string; name: string } }>("/data/:format/:name", async (request, reply) => {
    checkSearch(request.url);
    forbidCaching(reply, "Accept, accept-encoding");
    const file = readFileName(request.params.format, request.params.name);
    const version = readVersion(searchOf(request.url), ["dataVersion"]);
    await checkVersion(sources.execution.questions, version);
    return answerer.answer(request, reply, answeringData(request, sources, version, toFile(file, sources)));
  });
}
