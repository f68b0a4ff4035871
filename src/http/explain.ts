import type { StatementRun } from "../neo4j/request.js";

/** A statement behind an answer, as `extensions.cypher` tells it. */
export interface CypherOfAnswer {
  /** Path under `cypher/` without its ending, such as `question/leaders/leaders`. */
  readonly statement: string;
  /** The statement alone. */
  readonly text: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Parameters and statement; runs as it is in Neo4j Browser and cypher-shell. */
  readonly paste: string;
}

/** The statements behind an answer in the order they ran, each once. */
export function cypherOf(runs: readonly StatementRun[]): CypherOfAnswer[] {
  const answers = new Map<string, CypherOfAnswer>();
  for (const { statement, parameters } of runs) {
    const paste = toPaste(statement.text, parameters);
    if (answers.has(paste)) continue;
    const plain = toPlain(parameters) as Record<string, unknown>;
    answers.set(paste, { statement: statement.stem, text: statement.text, parameters: plain, paste });
  }
  return [...answers.values()];
}

/**
 * A text that runs in Neo4j Browser and cypher-shell: a `:param` line for each parameter, then the statement.
 * @param parameters as they are sent to the driver: a bigint is an integer, a number a float
 */
export function toPaste(text: string, parameters: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(parameters).map(([name, value]) => `:param ${name} => ${toCypher(value)};\n`);
  return `${lines.join("")}${text};\n`;
}

/**
 * A value as Cypher writes it, in one line.
 * @throws TypeError for a value that Cypher has no literal for
 */
export function toCypher(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (typeof value === "number") return toFloat(value);
  if (typeof value === "string") return `'${value.replace(escaped, toEscape)}'`;
  if (Array.isArray(value)) return `[${value.map(toCypher).join(", ")}]`;
  if (typeof value === "object") {
    return `{${Object.entries(value)
      .map(([key, item]) => `${toKey(key)}: ${toCypher(item)}`)
      .join(", ")}}`;
  }
  throw new TypeError(`Cypher has no literal for a ${typeof value}`);
}

function toFloat(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Cypher has no literal for ${value}`);
  const digits = Object.is(value, -0) ? "-0" : String(value);
  return /^-?\d+$/.test(digits) ? `${digits}.0` : digits;
}

// Control characters would break the line that `:param` ends with.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const escaped = /[\\'\u0000-\u001f\u007f-\u009f\u2028\u2029]/g;
const named: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
};

function toEscape(character: string): string {
  return named[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function toKey(key: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(key) ? key : `\`${key.replaceAll("`", "``")}\``;
}

/** The same value with every integer as a JSON number. */
function toPlain(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toPlain(item)]));
}
