/** Characters that JSON allows in a text and a terminal obeys. */
const commands = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** Formats an answer as JSON. Control characters are escaped. */
export function toJson(answer: unknown): string {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return `${JSON.stringify(answer, null, 2).replace(commands, escaped)}\n`;
}
