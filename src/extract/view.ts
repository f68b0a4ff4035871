import type { Sentence } from "../data/sentence.js";
import { compose } from "./compose.js";
import type { Lexicon } from "./lexicon.js";
import { type NormalizedText, normalize } from "./normalize.js";
import { isA, signals, type Token, type TokenType } from "./token.js";

/** Words that make up a statement, in a sentence where they were found. */
export interface Match {
  readonly tokens: readonly Token[];
  /** Where they begin and end in the normalised sentence. */
  readonly start: number;
  readonly end: number;
  /** The first word of a type among them. */
  readonly first: <T extends TokenType>(type: T) => Token<T> | undefined;
  readonly all: <T extends TokenType>(type: T) => readonly Token<T>[];
}

/**
 * A sentence as statements are looked for in it: its words, and its skeleton, in which each word is replaced by its type,
 * such as `<level>层面,<count><level>的<index>为<tier>`. A word that a statement has claimed is `{type}` there, so that no
 * other statement takes it.
 */
export class SentenceView {
  readonly sentence: Sentence;
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  readonly #claimed = new Set<Token>();
  readonly #refused = new Set<Token>();
  /** The skeleton as long as no word is claimed or refused. */
  #cachedSkeleton: { text: string; places: readonly number[] } | undefined;

  constructor(sentence: Sentence, lexicon: Lexicon) {
    this.sentence = sentence;
    this.normalized = normalize(sentence.text, sentence.start);
    this.tokens = compose(lexicon.tokens(this.normalized.text), this.normalized.text);
  }

  /** The statements of a shape whose words nobody has claimed; each must be claimed or left before the next is looked for. */
  *find(pattern: RegExp): Generator<Match> {
    let from = 0;
    for (;;) {
      this.#cachedSkeleton ??= this.#skeleton();
      const { text, places } = this.#cachedSkeleton;
      pattern.lastIndex = from;
      const result = pattern.exec(text);
      if (result === null) return;
      const [start, end] = result.indices![0]!;
      const tokens = this.tokens.filter((_, index) => places[index]! >= start && places[index]! < end);
      from = Math.max(start + 1, from + 1);
      if (tokens.length === 0) continue;
      yield {
        tokens,
        start: tokens[0]!.start,
        end: tokens.at(-1)!.end,
        first: (type) => tokens.find((token) => isA(token, type)) as never,
        all: (type) => tokens.filter((token) => isA(token, type)) as never,
      };
    }
  }

  claim(tokens: Iterable<Token>): void {
    for (const token of tokens) this.#claimed.add(token);
    this.#cachedSkeleton = undefined;
  }

  /** Keeps words from every other statement, though none has understood them. */
  refuse(tokens: Iterable<Token>): void {
    for (const token of tokens) this.#refused.add(token);
    this.#cachedSkeleton = undefined;
  }

  isClaimed(token: Token): boolean {
    return this.#claimed.has(token);
  }

  /** The words that a fact may be in and that no statement has claimed. */
  unclaimedSignals(): readonly Token[] {
    return this.tokens.filter((token) => signals.has(token.type) && !this.#claimed.has(token));
  }

  /** What stands before a place, back to the end of the last claimed word or the beginning of the clause (after ; or ,). */
  tokensBefore(place: number): readonly Token[] {
    const text = this.normalized.text;
    const clause = text.lastIndexOf(";", place - 1) + 1;
    const claimed = this.tokens.filter((token) => this.#claimed.has(token) && token.end <= place).at(-1);
    const from = Math.max(clause, claimed?.end ?? 0);
    return this.tokens.filter((token) => token.start >= from && token.end <= place);
  }

  #skeleton(): { text: string; places: readonly number[] } {
    let text = "";
    let from = 0;
    const places = this.tokens.map((token) => {
      text += this.normalized.text.slice(from, token.start).replace(/[<>{}]/g, " ");
      from = token.end;
      const place = text.length;
      text += this.#claimed.has(token) || this.#refused.has(token) ? `{${token.type}}` : `<${token.type}>`;
      return place;
    });
    return { text: text + this.normalized.text.slice(from).replace(/[<>{}]/g, " "), places };
  }
}
