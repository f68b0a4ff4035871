import { contextRule, type Entry, kindsOf, leftOver } from "./account.js";
import type { Context, Remark } from "./context.js";
import { type Heading, settingOf, tellingWord } from "./heading.js";
import type { Lines } from "./lineIndex.js";
import { readTable, tableHeading, tableRow } from "./scoreTable.js";
import { kinds } from "./statementKinds.js";
import type { View } from "./view.js";

/** Reads sentence after sentence, with what headings and paragraphs set for them. */
export class Reader {
  readonly #context: Context;
  readonly #lines: Lines;
  readonly #views: readonly View[];
  readonly #headings: readonly Heading[];
  readonly #account: Entry[] = [];

  constructor(context: Context, lines: Lines, views: readonly View[], headings: readonly Heading[]) {
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
      const own = view.sentence.locator.replace(/\.\d+$/, "");
      if (own !== paragraph) this.#context.beginParagraph();
      paragraph = own;
      const rows = this.#tableAt(index);
      if (rows > 0) index += rows - 1;
      else this.#readSentence(view);
    }
    for (const heading of headings) this.#readHeading(heading);
    return this.#account;
  }

  /** Reads a table that begins at a sentence. @returns how many sentences it is made of, 0 if there is none */
  #tableAt(index: number): number {
    const heading = tableHeading(this.#views[index]!.sentence);
    const from = heading === undefined ? index : index + 1;
    const rows = [];
    for (let at = from; at < this.#views.length; at++) {
      const row = tableRow(this.#views[at]!, heading?.columns);
      if (row === undefined) break;
      rows.push(row);
    }
    if (rows.length < (heading === undefined ? 3 : 1)) return 0;
    if (heading !== undefined) this.#enter(this.#views[index]!, "CONTEXT", ["table heading"]);
    readTable(
      rows,
      heading?.level ?? this.#context.paragraphLevel ?? this.#context.sectionLevel,
      this.#context,
    );
    for (const { view } of rows) this.#enter(view, "FACT", ["scoreTable"], 1);
    return from - index + rows.length;
  }

  #readHeading(heading: Heading): void {
    const { level, dimension } = settingOf(heading.view.tokens);
    this.#context.beginSection(level, dimension);
    const word = tellingWord(heading);
    if (word === undefined) {
      this.#enter(heading.view, "CONTEXT", ["heading"]);
      return;
    }
    const start = heading.view.normal.at[word.start]!;
    const message = "a heading is no sentence, so no fact can be cited from it";
    this.#enter(heading.view, "NOT_UNDERSTOOD", [], 0, [{ start, message }]);
  }

  #readSentence(view: View): void {
    const context = this.#context;
    context.beginSentence(view);
    const told = context.elsewhere.length;
    for (const { read } of kinds) read(view, context);
    const { locator } = view.sentence;
    const found = context.facts.filter(({ locators }) => locators.includes(locator)).length;
    const rules: string[] = [...kindsOf(context.facts, locator)];
    if (context.elsewhere.length > told) rules.push("other edition");
    const left = this.#leftOver(view);
    if (left.length > 0) this.#enter(view, "NOT_UNDERSTOOD", rules, found, left);
    else if (rules.length > 0) this.#enter(view, "FACT", rules, found);
    else this.#enter(view, "CONTEXT", [contextRule(view)]);
    context.endSentence(view);
  }

  /** What no kind understood: what a kind has refused, whole and with its reason, and the other clauses. */
  #leftOver(view: View): readonly Remark[] {
    const { refusals } = this.#context;
    const others = leftOver(view)
      .filter(({ from, until }) => !refusals.some((one) => one.start < until && from < one.end))
      .map(({ start, clause }) => ({ start, message: `no kind of statement fits «${clause}»` }));
    const refused =
      view.left().length === 0 ? [] : refusals.map(({ start, message }) => ({ start, message }));
    return [...refused, ...others].sort((a, b) => a.start - b.start);
  }

  #enter(
    view: View,
    status: Entry["status"],
    rules: readonly string[],
    facts = 0,
    left: readonly Remark[] = [],
  ): void {
    this.#account.push({
      locator: view.sentence.locator,
      ...this.#lines.place(view.sentence.start),
      status,
      rules,
      facts,
      notUnderstood: left.map(({ start, message }) => ({ ...this.#lines.place(start), message })),
    });
  }
}
