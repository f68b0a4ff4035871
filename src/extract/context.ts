import type { Level } from "../data/scalar.js";
import type { RegionTable } from "../data/tables.js";
import type { Fact, Located } from "./fact.js";
import type { ExtractCode } from "./fault.js";
import { subjectList } from "./subject.js";
import { isA, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

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
  rejections: (Remark & { readonly end: number })[] = [];
  /** The lists from here on are in administrative order, unless they say otherwise («下同»). */
  administrative = false;
  /** What headings and paragraphs have set: a paragraph its dimension by a definition or by its name alone. */
  sectionLevel: Level | undefined;
  paragraphLevel: Level | undefined;
  sectionDimension: string | undefined;
  paragraphDimension: string | undefined;
  /** The dimension last named in the paragraph, which «该指标» points back to. */
  lastDimension: string | undefined;
  /** The names of dimensions as the text has printed them so far. */
  readonly dimensionNames = new Map<string, string>();
  /** The region that the paragraph was last about, and where its sentence is. */
  lastRegion: string | undefined;

  constructor(regions: RegionTable, edition: EditionYears) {
    this.regions = regions;
    this.edition = edition;
  }

  beginSection(level: Level | undefined, dimension: string | undefined): void {
    this.sectionLevel = level;
    this.sectionDimension = dimension;
    this.beginParagraph();
    this.lastRegion = undefined;
  }

  beginParagraph(): void {
    this.paragraphLevel = undefined;
    this.paragraphDimension = undefined;
    this.lastDimension = undefined;
  }

  beginSentence(view: SentenceView): void {
    this.rejections = [];
    for (const { key, name } of view.tokens.flatMap((token) => (isA(token, "dims") ? token.value : []))) {
      if (typeof key === "string" && !this.dimensionNames.has(key)) this.dimensionNames.set(key, name);
    }
  }

  /** Keeps for the rest of the paragraph what the sentence was about last. */
  endSentence(view: SentenceView): void {
    const subject = subjectList(view, view.normalized.text.length)?.value.items;
    if (subject?.length === 1) this.lastRegion = subject[0]!.region?.name;
    for (const token of view.tokens) {
      if (isA(token, "level")) this.paragraphLevel = token.value;
      if (!isA(token, "dims")) continue;
      const [only, second] = token.value;
      if (second === undefined && typeof only?.key === "string") this.lastDimension = only.key;
    }
  }

  /** Takes a fact and claims the words that say it. */
  addFact(view: SentenceView, match: Pick<Match, "tokens" | "start">, fact: Fact): void {
    view.claim(match.tokens);
    this.facts.push({
      fact,
      locators: [view.sentence.locator],
      start: view.normalized.offsets[match.start]!,
    });
  }

  addFault(view: SentenceView, offset: number, code: ExtractCode, message: string): void {
    const start = view.normalized.offsets[offset]!;
    if (this.faults.some((fault) => fault.start === start && fault.code === code)) return;
    this.faults.push({ start, code, message });
  }

  addWarning(view: SentenceView, offset: number, message: string): void {
    this.warnings.push({ start: view.normalized.offsets[offset]!, message });
  }

  /** A fact of another edition, told and not written. */
  addOtherEdition(
    view: SentenceView,
    match: Pick<Match, "tokens" | "start">,
    edition: number | null,
    message: string,
  ): void {
    view.claim(match.tokens);
    this.elsewhere.push({ start: view.normalized.offsets[match.start]!, edition, message });
  }

  /** Says why words make no statement; nobody else may take them, and the sentence is not understood. */
  reject(view: SentenceView, { tokens, start }: Pick<Match, "tokens" | "start">, message: string): void {
    view.refuse(tokens);
    const end = tokens.at(-1)?.end ?? start;
    const { text } = view.normalized;
    // With the beginning of its clause, so that it can be read.
    const from = Math.max(...[",", ";", ":"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
    const words = text.slice(from, end);
    const shortened = words.length > 40 ? `${words.slice(0, 39)}…` : words;
    const { offsets: at } = view.normalized;
    this.rejections.push({ start: at[start]!, end: at[end]!, message: `«${shortened}»: ${message}` });
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
