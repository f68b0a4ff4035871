import type { GraphQLField, GraphQLSchema } from "graphql";
import { topicOf } from "../question/topic.js";

type Question = GraphQLField<unknown, unknown>;

/** Returns the root fields of a schema in alphabetical order. */
export function questionsOf(schema: GraphQLSchema): readonly Question[] {
  return Object.entries(schema.getQueryType()?.getFields() ?? {})
    .sort(byName)
    .map(([, question]) => question);
}

/** Returns the questions by topic, both in alphabetical order. */
export function questionsByTopic(
  schema: GraphQLSchema,
): readonly (readonly [topic: string, questions: readonly Question[]])[] {
  const byTopic = new Map<string, Question[]>();
  for (const question of questionsOf(schema)) {
    const topic = topicOf(question.name);
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), question]);
  }
  return [...byTopic].sort(byName);
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;
