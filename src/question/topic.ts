import { existsSync, readdirSync } from "node:fs";

const folder = new URL("./", import.meta.url);

/** Returns the topic of a question: the folder of its files, such as `leaders`. */
export function topicOf(question: string): string {
  const topics = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = topics.map(({ name }) => name);
  const topic = names.find((name) =>
    ["js", "ts"].some((ending) => existsSync(new URL(`${name}/${question}.${ending}`, folder))),
  );
  if (topic === undefined)
    throw new TypeError(
      `${question}: expected a file of this name in a folder of a topic, got none. Name the file of the question as its field.`,
    );
  return topic;
}
