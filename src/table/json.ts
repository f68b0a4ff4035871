/** Characters that JSON allows in a text and a terminal obeys. */
const commands = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

const escapeCharacter = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

/** Formats an answer as JSON. Control characters are escaped. */
export const toJson = (answer: unknown): string =>
  `${JSON.stringify(answer, null, 2).replace(commands, escapeCharacter)}\n`;

/** Formats a value as a line of JSON Lines. Control characters are escaped. */
export const toJsonLine = (value: unknown): string =>
  `${JSON.stringify(value).replace(commands, escapeCharacter)}\n`;
