import type { Sentence } from "../data/sentence.js";
import type { Lexicon } from "./lexicon.js";
import { isA, type Token, type TokenType } from "./token.js";
import { SentenceView } from "./view.js";

/** A line that opens a section and is not a sentence. */
export interface Heading {
  /** The number of its section. */
  readonly section: string;
  readonly view: SentenceView;
}

/** Returns the headings of a text: lines that are not blank and contain no sentence. */
export function headingsOf(
  text: string,
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): readonly Heading[] {
  const headings: Heading[] = [];
  for (const { 0: line, index: start } of text.matchAll(/[^\r\n]+/g)) {
    const end = start + line.length;
    if (line.trim() === "" || sentences.some((inner) => inner.start >= start && inner.end <= end)) continue;
    const section = String(headings.length + 1);
    const sentence: Sentence = { locator: section, text: line, start, end, sha256: "" };
    headings.push({ section, view: new SentenceView(sentence, lexicon) });
  }
  return headings;
}

/** Types of words in a heading that can contain a fact. */
const factTypes: ReadonlySet<TokenType> = new Set([
  "list",
  "ranks",
  "scores",
  "tier",
  "share",
  "count",
  "top",
]);

/** Returns the first word of a heading that can contain a fact. A heading cannot be cited, so that fact would be lost. */
export function firstFactWord({ view }: Heading): Token | undefined {
  return view.tokens.find(({ type }) => factTypes.has(type));
}

/** Returns the level and the dimension that words set for the text after them, if they name exactly one of each. */
export function topicOf(tokens: readonly Token[]): {
  level: Token<"level">["value"] | undefined;
  dimension: string | undefined;
} {
  const levels = new Set(tokens.flatMap((token) => (isA(token, "level") ? [token.value] : [])));
  const keys = new Set(
    tokens
      .flatMap((token) => (isA(token, "dims") ? token.value.map(({ key }) => key) : []))
      .filter((key) => typeof key === "string"),
  );
  return {
    level: levels.size === 1 ? [...levels][0] : undefined,
    dimension: keys.size === 1 ? [...keys][0] : undefined,
  };
}
