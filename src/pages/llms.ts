import type { GraphQLSchema } from "graphql";
import { messages } from "./messages.js";
import { topicsOf } from "./topics.js";

/**
 * Returns the text of /llms.txt, an overview for assistants (llmstxt.org).
 * @param base address of the home page without a slash at the end; "" for addresses relative to the host
 */
export function llmsText(schema: GraphQLSchema, base: string): string {
  const topics = topicsOf(schema, "en").map(({ title, questions }) => {
    const lines = questions.map(
      ({ name, description }) => `- [${name}](${base}/question/${name}): ${description}\n`,
    );
    return `\n## ${title}\n\n${lines.join("")}`;
  });
  return `# GovGraph 政务图谱

> ${messages.intro.en}

Regions are found by any name, such as 广州, Guangzhou or 440100. Every answer has its coverage, and a region that is not in a
list is not known to lack what the list is about. A list position is not a rank.

Each question has an address, \`/question/NAME?ARGUMENT=VALUE\`. Behind the name, \`.json\`, \`.csv\`, \`.md\` and \`.xlsx\` give the
answer, \`.graphql\` and \`.cypher\` the request.

- [GraphQL](${base}/graphql): \`GET ?query=…&variables=…\`, or \`POST\` as JSON
- [GraphQL schema](${base}/schema.graphql): every field with its description
- [All data](${base}/data/): the whole graph as CSV and JSON Lines, each with a [datapackage.json](${base}/data/csv/datapackage.json)
${topics.join("")}`;
}
