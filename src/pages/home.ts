import type { GraphQLSchema } from "graphql";
import { html } from "./html.js";
import type { PageLanguage } from "./language.js";
import { toPage } from "./layout.js";
import { messages } from "./messages.js";
import { topicsOf } from "./topics.js";

/** Returns the home page: what GovGraph is, and every question by topic. */
export function homePage(schema: GraphQLSchema, language: PageLanguage): string {
  const { intro, questions, more, playground, schema: sdl, data, llms, docs } = messages;
  const topics = topicsOf(schema, language).map(
    (topic) => html`<h3>${topic.title}</h3>
<ul>
${topic.questions.map(({ name, description }) => html`<li><a href="question/${name}?lang=${language}">${name}</a>: ${description}</li>\n`)}</ul>
`,
  );
  return toPage({
    language,
    title: "GovGraph 政务图谱",
    home: ".",
    translation: `?lang=${language === "en" ? "zh" : "en"}`,
    main: html`<h1>GovGraph 政务图谱</h1>
<p>${intro[language]}</p>
<h2>${questions[language]}</h2>
${topics}<h2>${more[language]}</h2>
<ul>
<li><a href="data/?lang=${language}">${data[language]}</a></li>
<li><a href="playground">${playground[language]}</a></li>
<li><a href="schema.graphql">${sdl[language]}</a></li>
<li><a href="llms.txt">${llms[language]}</a></li>
</ul>
<p>${docs[language]}</p>`,
  });
}
