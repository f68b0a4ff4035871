/** A question that the page opens with: one file of tabs/. */
export interface Question {
  /** The file's name without its number and ending. Example: leaders. */
  readonly name: string;
  /** The question in English and in Chinese, from the file's first two comment lines. */
  readonly en: string;
  readonly zh: string;
  /** The whole file, comments included. */
  readonly text: string;
}

/**
 * Reads a question out of a file of tabs/.
 * @param path the file's path, such as ./tabs/02-leaders.graphql
 * @param text the file's content
 * @throws Error if it does not open with two comment lines
 */
export function readQuestion(path: string, text: string): Question {
  const name = /(?:\d+-)?([^/]+)\.graphql$/.exec(path)?.[1];
  const [, en, zh] = /^# (.+)\n# (.+)\n/.exec(text) ?? [];
  if (name === undefined || en === undefined || zh === undefined) {
    throw new Error(
      `${path}: expected two first lines that begin with "# ", the question in English and in Chinese`,
    );
  }
  return { name, en, zh, text };
}
