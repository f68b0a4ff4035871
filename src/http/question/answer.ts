import type { FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import type { Form } from "../../pages/forms.js";
import type { PageLanguage } from "../../pages/language.js";
import { toLink } from "../../pages/link.js";
import { questionPage } from "../../pages/question.js";
import type { ArgumentTexts, ArgumentValues } from "../../table/arguments.js";
import { notesOf } from "../../table/notes.js";
import { type Question, toRequest } from "../../table/request.js";
import { planTable } from "../../table/table.js";
import type { Answering } from "../answerer.js";
import { etagOf } from "../caching.js";
import type { Answer, Execution } from "../execute.js";
import { askQuestion, type Run } from "./ask.js";
import { formatAnswer, headersOf } from "./form.js";
import type { ShowOptions } from "./options.js";
import { headersAbout } from "./provenance.js";
import { toCypherText, toGraphQLText } from "./requestText.js";
import { requireVersion } from "./version.js";

/** What the answers need of the server. */
export interface QuestionSources {
  readonly schema: GraphQLSchema;
  readonly execution: Execution;
  /** Version of GovGraph, for citations. */
  readonly version: string;
}

/** A request at the address of a question, read and checked. */
export interface QuestionRequest {
  readonly question: Question;
  readonly form: Form;
  /** The arguments as typed. */
  readonly texts: ArgumentTexts;
  readonly values: ArgumentValues;
  readonly options: ShowOptions;
  /** Language of the page. */
  readonly language: PageLanguage;
}

/** How a request at the address of a question is answered. */
export function answeringOf(
  request: FastifyRequest,
  sources: QuestionSources,
  asked: QuestionRequest,
): Answering {
  const { question, form, texts, values, options, language } = asked;
  if (form === "graphql") {
    return withoutData(question, form, toGraphQLText(toRequest(sources.schema, question, values), question));
  }
  const typed = form === "page" ? [texts, language] : null;
  return {
    key: JSON.stringify([question.name, form, Object.entries(values).sort(), options, typed]),
    execute: (signal, attempts) => execute(request, sources, { ...asked, form }, { signal, attempts }),
  };
}

/** How a request is answered with a text that needs no data. */
export function withoutData({ name }: Question, form: Form, body: string): Answering {
  const answer: Answer = {
    status: 200,
    headers: headersOf(form, name),
    body,
    etag: etagOf(body),
    outcome: "OK",
    version: null,
    operation: null,
    hash: null,
    requestId: "",
  };
  return { key: null, execute: async () => answer };
}

async function execute(
  request: FastifyRequest,
  { schema, execution, version }: QuestionSources,
  {
    question,
    form,
    texts,
    values,
    options,
    language,
  }: QuestionRequest & { readonly form: Exclude<Form, "graphql"> },
  run: Run,
): Promise<Answer> {
  const { long, columns } = options;
  const pageLanguage = language === "zh" ? "zh" : "both";
  const plan = planTable(question, {
    long,
    columns,
    language: form === "page" ? pageLanguage : options.language,
  });
  const asked = await askQuestion(
    request,
    execution,
    { schema, question, values, explain: form === "cypher" },
    run,
  );
  const { answer, dataVersion, last } = asked;
  requireVersion(dataVersion, options.dataVersion);
  const table = plan.fill(answer);
  const notes = notesOf(plan, table, answer, { question, values, dataVersion, version });
  const more = { long, columns: columns?.join(",") };
  const path = form === "page" ? question.name : `${question.name}.${form}`;
  const permanent = toLink(path, texts, { ...more, dataVersion });
  const format = () => {
    if (form === "cypher") return toCypherText(question, asked.cypher);
    if (form !== "page") return formatAnswer(form, asked, table, notes, options);
    const shown = { table, notes, ...more, lists: plan.layout.lists, permanent };
    return questionPage({ question, texts, values, language, shown });
  };
  const body = await format();
  const base = execution.config.GOVGRAPH_PUBLIC_URL;
  return {
    ...last,
    status: 200,
    headers: {
      ...headersOf(form, question.name),
      ...headersAbout(asked, notes, base === undefined ? permanent : `${base}/question/${permanent}`),
    },
    body,
    etag: etagOf(body),
  };
}
