import type { GraphQLSchema } from "graphql";
import { topicOf } from "../question/topic.js";
import { splitDescription } from "../table/description.js";
import type { Question } from "../table/request.js";
import type { PageLanguage } from "./language.js";
import { topicTitles } from "./messages.js";

/** The questions of a topic. */
export interface Topic {
  readonly title: string;
  /** In alphabetical order. */
  readonly questions: readonly { readonly name: string; readonly description: string }[];
}

/** Returns all questions by topic, each with its description in one line. */
export function topicsOf(schema: GraphQLSchema, language: PageLanguage): readonly Topic[] {
  const byTopic = new Map<string, Question[]>();
  for (const question of questionsOf(schema)) {
    const topic = topicOf(question.name);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), question]);
  }
  return [...byTopic].sort(byName).map(([topic, questions]) => ({
    title: topicTitles[topic]?.[language] ?? topic,
    questions: questions.map((question) => ({
      name: question.name,
      description: firstSentence(describe(question, language)),
    })),
  }));
}

/** Returns the root fields of a schema in alphabetical order. */
export function questionsOf(schema: GraphQLSchema): readonly Question[] {
  return Object.entries(schema.getQueryType()?.getFields() ?? {})
    .sort(byName)
    .map(([, question]) => question);
}

/** Returns the description of a question or an argument in a language; the English one if there is no other. */
export function describe(
  { description }: { readonly description?: string | null | undefined },
  language: PageLanguage,
): string {
  const { english, chinese } = splitDescription(description);
  return language === "zh" && chinese !== "" ? chinese : english;
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;

const firstSentence = (text: string) => text.replace(/(?<=[.?] |[。？]).*$/s, "").trim();
