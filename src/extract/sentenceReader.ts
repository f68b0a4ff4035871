import { contextRule, type Entry, kindsOf, unclaimedClauses } from "./account.js";
import type { Context, Remark } from "./context.js";
import { firstFactWord, type Heading, topicOf } from "./heading.js";
import type { LineIndex } from "./lineIndex.js";
import { readTable, tableHeading, tableRow } from "./scoreTable.js";
import { statementKinds } from "./statementKinds.js";
import type { SentenceView } from "./view.js";

/** Reads the sentences of a text in order, with the level and dimension that headings and paragraphs set. */
export class SentenceReader {
  readonly #context: Context;
  readonly #lines: LineIndex;
  readonly #views: readonly SentenceView[];
  readonly #headings: readonly Heading[];
  readonly #account: Entry[] = [];

  constructor(
    context: Context,
    lines: LineIndex,
    views: readonly SentenceView[],
    headings: readonly Heading[],
  ) {
    this.#context = context;
    this.#lines = lines;
    this.#views = views;
    this.#headings = headings;
  }

  read(): readonly Entry[] {
    const headings = [...this.#headings];
    let paragraph = "";
    for (let index = 0; index < this.#views.length; index++) {
      const view = this.#views[index]!;
      while (headings[0] !== undefined && headings[0].view.sentence.start < view.sentence.start) {
        this.#readHeading(headings.shift()!);
      }
      const paragraphLocator = view.sentence.locator.replace(/\.\d+$/, "");
      if (paragraphLocator !== paragraph) this.#context.beginParagraph();
      paragraph = paragraphLocator;
      const rows = this.#tableAt(index);
      if (rows > 0) index += rows - 1;
      else this.#readSentence(view);
    }
    for (const heading of headings) this.#readHeading(heading);
    return this.#account;
  }

  /** Reads a table that begins at a sentence. @returns the number of its sentences, 0 if no table begins there */
  #tableAt(index: number): number {
    const heading = tableHeading(this.#views[index]!.sentence);
    const from = heading === undefined ? index : index + 1;
    const rows = [];
    for (let next = from; next < this.#views.length; next++) {
      const row = tableRow(this.#views[next]!, heading?.columns);
      if (row === undefined) break;
      rows.push(row);
    }
    if (rows.length < (heading === undefined ? 3 : 1)) return 0;
    if (heading !== undefined) this.#addEntry(this.#views[index]!, "CONTEXT", ["table heading"]);
    readTable(
      rows,
      heading?.level ?? this.#context.paragraphLevel ?? this.#context.sectionLevel,
      this.#context,
    );
    for (const { view } of rows) this.#addEntry(view, "FACT", ["scoreTable"], 1);
    return from - index + rows.length;
  }

  #readHeading(heading: Heading): void {
    const { level, dimension } = topicOf(heading.view.tokens);
    this.#context.beginSection(level, dimension);
    const word = firstFactWord(heading);
    if (word === undefined) {
      this.#addEntry(heading.view, "CONTEXT", ["heading"]);
      return;
    }
    const start = heading.view.normalized.offsets[word.start]!;
    const message = "a heading is not a sentence, so facts in it cannot be cited";
    this.#addEntry(heading.view, "NOT_UNDERSTOOD", [], 0, [{ start, message }]);
  }

  #readSentence(view: SentenceView): void {
    const context = this.#context;
    context.beginSentence(view);
    const otherEditionsBefore = context.elsewhere.length;
    for (const { read } of statementKinds) read(view, context);
    const { locator } = view.sentence;
    const facts = context.facts.filter(({ locators }) => locators.includes(locator)).length;
    const rules: string[] = [...kindsOf(context.facts, locator)];
    if (context.elsewhere.length > otherEditionsBefore) rules.push("other edition");
    const notUnderstood = this.#notUnderstood(view);
    if (notUnderstood.length > 0) this.#addEntry(view, "NOT_UNDERSTOOD", rules, facts, notUnderstood);
    else if (rules.length > 0) this.#addEntry(view, "FACT", rules, facts);
    else this.#addEntry(view, "CONTEXT", [contextRule(view)]);
    context.endSentence(view);
  }

  /** Returns the parts that no kind understood: rejected words with their reasons, and the other unclaimed clauses. */
  #notUnderstood(view: SentenceView): readonly Remark[] {
    const { rejections } = this.#context;
    const others = unclaimedClauses(view)
      .filter(({ from, until }) => !rejections.some(({ start, end }) => start < until && from < end))
      .map(({ start, clause }) => ({ start, message: `no kind of statement matches «${clause}»` }));
    const rejected =
      view.unclaimedSignals().length === 0
        ? []
        : rejections.map(({ start, message }) => ({ start, message }));
    return [...rejected, ...others].sort((a, b) => a.start - b.start);
  }

  #addEntry(
    view: SentenceView,
    status: Entry["status"],
    rules: readonly string[],
    facts = 0,
    notUnderstood: readonly Remark[] = [],
  ): void {
    this.#account.push({
      locator: view.sentence.locator,
      ...this.#lines.positionOf(view.sentence.start),
      status,
      rules,
      facts,
      notUnderstood: notUnderstood.map(({ start, message }) => ({
        ...this.#lines.positionOf(start),
        message,
      })),
    });
  }
}
