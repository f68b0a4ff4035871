import type { Sentence } from "../data/sentence.js";
import type { Lexicon } from "./lexicon.js";
import { isA, type Token, type TokenType } from "./token.js";
import { SentenceView } from "./view.js";

/** A line that opens a section and is no sentence. */
export interface Heading {
  /** The number of the section that it opens. */
  readonly section: string;
  readonly view: SentenceView;
}

/** The headings of a text: lines that say something and hold no sentence. */
export function headingsOf(
  text: string,
  sentences: readonly Sentence[],
  lexicon: Lexicon,
): readonly Heading[] {
  const headings: Heading[] = [];
  for (const { 0: line, index: start } of text.matchAll(/[^\r\n]+/g)) {
    const end = start + line.length;
    if (line.trim() === "" || sentences.some((one) => one.start >= start && one.end <= end)) continue;
    const section = String(headings.length + 1);
    const sentence: Sentence = { locator: section, text: line, start, end, sha256: "" };
    headings.push({ section, view: new SentenceView(sentence, lexicon) });
  }
  return headings;
}

/** Words that make a heading say more than what its section is about. */
const factTypes: ReadonlySet<TokenType> = new Set([
  "list",
  "ranks",
  "scores",
  "tier",
  "share",
  "count",
  "top",
]);

/** The first word of a heading that a fact may be in, which then cannot be cited. */
export function firstFactWord({ view }: Heading): Token | undefined {
  return view.tokens.find(({ type }) => factTypes.has(type));
}

/** The level and the dimension that words set for what follows them: the only ones among them. */
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
