import type { Sentence } from "../data/sentence.js";
import { compose } from "./compose.js";
import type { Lexicon } from "./lexicon.js";
import { type NormalizedText, normalize } from "./normalize.js";
import { isA, signals, type Token, type TokenType } from "./token.js";

/** The words of a sentence that match a statement pattern. */
export interface Match {
  readonly tokens: readonly Token[];
  /** Their offsets in the normalized sentence. */
  readonly start: number;
  readonly end: number;
  /** Returns the first word of a type. */
  readonly first: <T extends TokenType>(type: T) => Token<T> | undefined;
  readonly all: <T extends TokenType>(type: T) => readonly Token<T>[];
}

/**
 * A sentence with its words and its skeleton. In the skeleton each word is replaced by its type, such as
 * `<level>层面,<count><level>的<index>为<tier>`. A claimed word is `{type}` there, so that no other statement matches it.
 */
export class SentenceView {
  readonly sentence: Sentence;
  readonly normalized: NormalizedText;
  readonly tokens: readonly Token[];
  readonly #claimed = new Set<Token>();
  readonly #refused = new Set<Token>();
  /** The skeleton; undefined after a word was claimed or refused. */
  #cachedSkeleton: { text: string; offsets: readonly number[] } | undefined;

  constructor(sentence: Sentence, lexicon: Lexicon) {
    this.sentence = sentence;
    this.normalized = normalize(sentence.text, sentence.start);
    this.tokens = compose(lexicon.tokens(this.normalized.text), this.normalized.text);
  }

  /** Yields the matches of a pattern with unclaimed words. The caller can claim a match before it requests the next one. */
  *find(pattern: RegExp): Generator<Match> {
    let from = 0;
    for (;;) {
      this.#cachedSkeleton ??= this.#skeleton();
      const { text, offsets } = this.#cachedSkeleton;
      pattern.lastIndex = from;
      const result = pattern.exec(text);
      if (result === null) return;
      const [start, end] = result.indices![0]!;
      const tokens = this.tokens.filter((_, index) => offsets[index]! >= start && offsets[index]! < end);
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

  /** Excludes words from all other statements, although no statement understood them. */
  refuse(tokens: Iterable<Token>): void {
    for (const token of tokens) this.#refused.add(token);
    this.#cachedSkeleton = undefined;
  }

  isClaimed(token: Token): boolean {
    return this.#claimed.has(token);
  }

  /** Returns the fact words that no statement has claimed. */
  unclaimedSignals(): readonly Token[] {
    return this.tokens.filter((token) => signals.has(token.type) && !this.#claimed.has(token));
  }

  /** Returns the words before an offset, from the last claimed word or the beginning of the sentence part (after ;) on. */
  tokensBefore(offset: number): readonly Token[] {
    const text = this.normalized.text;
    const part = text.lastIndexOf(";", offset - 1) + 1;
    const claimed = this.tokens.filter((token) => this.#claimed.has(token) && token.end <= offset).at(-1);
    const from = Math.max(part, claimed?.end ?? 0);
    return this.tokens.filter((token) => token.start >= from && token.end <= offset);
  }

  #skeleton(): { text: string; offsets: readonly number[] } {
    let text = "";
    let from = 0;
    const offsets = this.tokens.map((token) => {
      text += this.normalized.text.slice(from, token.start).replace(/[<>{}]/g, " ");
      from = token.end;
      const offset = text.length;
      text += this.#claimed.has(token) || this.#refused.has(token) ? `{${token.type}}` : `<${token.type}>`;
      return offset;
    });
    return { text: text + this.normalized.text.slice(from).replace(/[<>{}]/g, " "), offsets };
  }
}
