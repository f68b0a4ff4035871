import type { GraphQLSchema } from "graphql";
import { questionsByTopic } from "../schema/topics.js";
import { splitDescription } from "../table/description.js";
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
  return questionsByTopic(schema).map(([topic, questions]) => ({
    title: topicTitles[topic]?.[language] ?? topic,
    questions: questions.map((question) => ({
      name: question.name,
      description: firstSentence(describe(question, language)),
    })),
  }));
}

/** Returns the description of a question or an argument in a language; the English one if there is no other. */
export function describe(
  { description }: { readonly description?: string | null | undefined },
  language: PageLanguage,
): string {
  const { english, chinese } = splitDescription(description);
  return language === "zh" && chinese !== "" ? chinese : english;
}

const firstSentence = (text: string) => text.replace(/(?<=[.?] |[。？]).*$/s, "").trim();
