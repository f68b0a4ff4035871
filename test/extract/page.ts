import { factLine } from "./facts.js";

/** A generated text, with the facts of each sentence. */
export class Page {
  readonly #lines: string[] = [];
  readonly #facts = new Map<string, string[]>();
  /** The locators of the sentences that the extraction must not understand. */
  readonly notUnderstood: string[] = [];
  #section = 0;
  #paragraph = 0;
  #sentence = 0;
  #open = false;

  heading(text: string): void {
    this.#close();
    this.#section += 1;
    this.#paragraph = 0;
    this.#lines.push(`${"一二三四五六七八九"[this.#section - 1]}、${text}`);
  }

  /** Ends the paragraph; the next sentence begins another. */
  paragraph(): void {
    this.#close();
  }

  /**
   * Adds a sentence.
   * @param text with its full stop, or a line without one
   * @param facts its facts, each as the parts of its line
   */
  addSentence(text: string, ...facts: readonly (readonly unknown[])[]): string {
    if (!this.#open) {
      this.#lines.push("");
      this.#open = true;
      this.#paragraph += 1;
      this.#sentence = 0;
    }
    this.#lines[this.#lines.length - 1] += text;
    this.#sentence += 1;
    const locator = `${this.#section}.${this.#paragraph}.${this.#sentence}`;
    for (const fact of facts) {
      const line = factLine(...fact);
      this.#facts.set(line, [...(this.#facts.get(line) ?? []), locator]);
    }
    return locator;
  }

  /** Adds a fact without a locator of its own, such as a row of a table. */
  fact(...fact: readonly unknown[]): void {
    this.#facts.set(factLine(...fact), ["table"]);
  }

  get text(): string {
    return this.#lines.join("\n");
  }

  /** The facts as lines, in the format of `linesOf`. */
  get facts(): string[] {
    return [...this.#facts]
      .map(([line, locators]) => `${line} @${[...new Set(locators)].sort().join(",")}`)
      .sort();
  }

  #close(): void {
    this.#open = false;
  }
}
