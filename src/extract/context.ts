import type { Level } from "../data/scalar.js";
import type { RegionTable } from "../data/tables.js";
import type { Fact, Located } from "./fact.js";
import type { ExtractCode } from "./fault.js";
import { subjectList } from "./subject.js";
import { isA, type Token } from "./token.js";
import type { Found, View } from "./view.js";

/** What is found at a place of the text, by its offset. */
export interface Remark {
  readonly start: number;
  readonly message: string;
}

/** The edition that a text is about. */
export interface EditionYears {
  readonly year: number;
  /** The levels in its title. */
  readonly levels: readonly Level[];
  readonly title: string;
}

/**
 * What a statement is read in: the edition, what was said before it, and where what it says is collected. A section, a
 * paragraph and a sentence each have a level and a dimension that hold until they end.
 */
export class Context {
  readonly regions: RegionTable;
  readonly edition: EditionYears;
  readonly facts: Located[] = [];
  readonly faults: (Remark & { readonly code: ExtractCode })[] = [];
  readonly warnings: Remark[] = [];
  /** Facts of other editions, which have no place in this one's file. */
  readonly elsewhere: (Remark & { readonly edition: number | null })[] = [];
  /** Why words of the sentence that is read make no statement. */
  refusals: (Remark & { readonly end: number })[] = [];
  /** The lists from here on are in administrative order, unless they say otherwise («下同»). */
  administrative = false;
  /** What headings and paragraphs have set: a paragraph its dimension by a definition or by its name alone. */
  sectionLevel: Level | undefined;
  paragraphLevel: Level | undefined;
  sectionDimension: string | undefined;
  paragraphDimension: string | undefined;
  /** The dimension last named in the paragraph, which «该指标» points back to. */
  mentioned: string | undefined;
  /** The names of dimensions as the text has printed them so far. */
  readonly dimensionNames = new Map<string, string>();
  /** The region that the paragraph was last about, and where its sentence is. */
  subject: string | undefined;

  constructor(regions: RegionTable, edition: EditionYears) {
    this.regions = regions;
    this.edition = edition;
  }

  beginSection(level: Level | undefined, dimension: string | undefined): void {
    this.sectionLevel = level;
    this.sectionDimension = dimension;
    this.beginParagraph();
    this.subject = undefined;
  }

  beginParagraph(): void {
    this.paragraphLevel = undefined;
    this.paragraphDimension = undefined;
    this.mentioned = undefined;
  }

  beginSentence(view: View): void {
    this.refusals = [];
    for (const { key, name } of view.tokens.flatMap((token) => (isA(token, "dims") ? token.value : []))) {
      if (typeof key === "string" && !this.dimensionNames.has(key)) this.dimensionNames.set(key, name);
    }
  }

  /** Keeps for the rest of the paragraph what the sentence was about last. */
  endSentence(view: View): void {
    const subject = subjectList(view, view.normal.text.length)?.value.items;
    if (subject?.length === 1) this.subject = subject[0]!.region?.name;
    for (const token of view.tokens) {
      if (isA(token, "level")) this.paragraphLevel = token.value;
      if (!isA(token, "dims")) continue;
      const [only, second] = token.value;
      if (second === undefined && typeof only?.key === "string") this.mentioned = only.key;
    }
  }

  /** Takes a fact and claims the words that say it. */
  fact(view: View, found: Pick<Found, "tokens" | "start">, fact: Fact): void {
    view.claim(found.tokens);
    this.facts.push({ fact, locators: [view.sentence.locator], start: view.normal.at[found.start]! });
  }

  fault(view: View, place: number, code: ExtractCode, message: string): void {
    const start = view.normal.at[place]!;
    if (this.faults.some((fault) => fault.start === start && fault.code === code)) return;
    this.faults.push({ start, code, message });
  }

  warn(view: View, place: number, message: string): void {
    this.warnings.push({ start: view.normal.at[place]!, message });
  }

  /** A fact of another edition, told and not written. */
  other(view: View, found: Pick<Found, "tokens" | "start">, edition: number | null, message: string): void {
    view.claim(found.tokens);
    this.elsewhere.push({ start: view.normal.at[found.start]!, edition, message });
  }

  /** Says why words make no statement; nobody else may take them, and the sentence is not understood. */
  refuse(view: View, { tokens, start }: Pick<Found, "tokens" | "start">, message: string): void {
    view.refuse(tokens);
    const end = tokens.at(-1)?.end ?? start;
    const { text } = view.normal;
    // With the beginning of its clause, so that it can be read.
    const from = Math.max(...[",", ";", ":"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
    const words = text.slice(from, end);
    const said = words.length > 40 ? `${words.slice(0, 39)}…` : words;
    const { at } = view.normal;
    this.refusals.push({ start: at[start]!, end: at[end]!, message: `«${said}»: ${message}` });
  }

  /**
   * The edition that a year speaks of. A year of a report is its edition's; else it is the year evaluated, and both years
   * of this edition mean this one.
   */
  editionOf({ value: { year, back, ofReport } }: Token<"year">): number {
    if (year === null) return this.edition.year - back;
    if (ofReport || year === this.edition.year) return year;
    return year + 1;
  }
}
