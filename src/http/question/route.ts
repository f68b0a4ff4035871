import type { FastifyInstance } from "fastify";
import { isPageLanguage } from "../../pages/language.js";
import { pagePolicy } from "../../pages/layout.js";
import { questionPage } from "../../pages/question.js";
import { readArguments } from "../../table/arguments.js";
import type { Answerer } from "../answerer.js";
import { checkSearch } from "../body.js";
import { forbidCaching } from "../caching.js";
import { preferredLanguage } from "../negotiation.js";
import { searchOf } from "../search.js";
import { readGiven, readName, textsOf } from "./address.js";
import { answeringOf, type QuestionSources, withoutData } from "./answer.js";
import { readOptions } from "./options.js";
import { checkVersion } from "./version.js";

/**
 * Serves every question at /question/<name>: as a page, and with an ending in its other forms. A request takes the same way
 * as one at /graphql: limits, then the answer cache, then the execution by GraphQL.
 */
export async function serveQuestions(
  scope: FastifyInstance,
  sources: QuestionSources,
  answerer: Answerer,
): Promise<void> {
  scope.get<{ Params: { name: string } }>("/question/:name", async (request, reply) => {
    checkSearch(request.url);
    const { question, form } = readName(sources.schema, request.params.name);
    const isPage = form === "page";
    forbidCaching(reply, isPage ? "Accept, Accept-Language, accept-encoding" : "Accept, accept-encoding");
    const search = searchOf(request.url);
    const texts = textsOf(search);
    const options = readOptions(search, form);
    const { language: named = "" } = options;
    const language = isPageLanguage(named) ? named : preferredLanguage(request);
    const given = readGiven(question, texts);
    // Without a required argument a page shows its form; the other forms report the argument.
    const values = given === null && !isPage ? readArguments(question.args, texts) : given;
    await checkVersion(sources.execution.questions, options.dataVersion);
    if (isPage) reply.headers({ "content-language": language, "content-security-policy": pagePolicy });
    return answerer.answer(
      request,
      reply,
      values === null
        ? withoutData(question, form, questionPage({ question, texts, values: {}, language }))
        : answeringOf(request, sources, { question, form, texts, values, options, language }),
    );
  });
}
