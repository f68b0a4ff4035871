import type { Level } from "../data/scalar.js";
import type { RegionTable } from "../data/tables.js";
import type { Fact, Located } from "./fact.js";
import type { ExtractCode } from "./fault.js";
import { subjectList } from "./subjectList.js";
import { isA, type Token } from "./token.js";
import type { Match, SentenceView } from "./view.js";

/** A message about a place in the text, with its offset. */
export interface Remark {
  readonly start: number;
  readonly message: string;
}

/** The edition of a text. */
export interface EditionYears {
  readonly year: number;
  /** The levels in its title. */
  readonly levels: readonly Level[];
  readonly title: string;
}

/**
 * The state while a text is read: its edition, the level, dimension and region that earlier words set, and the collected
 * results. The level and the dimension of a section or paragraph apply until it ends.
 */
export class Context {
  readonly regions: RegionTable;
  readonly edition: EditionYears;
  readonly facts: Located[] = [];
  readonly faults: (Remark & { readonly code: ExtractCode })[] = [];
  readonly warnings: Remark[] = [];
  /** Facts of other editions, which do not belong in the file of this edition. */
  readonly elsewhere: (Remark & { readonly edition: number | null })[] = [];
  /** The rejected words of the current sentence, with the reasons. */
  rejections: (Remark & { readonly end: number })[] = [];
  /** True after «下同»: the lists that follow are in administrative order, unless they state another order. */
  administrative = false;
  /** Set by headings and paragraphs. A definition, or the name of a dimension alone, sets the paragraph's dimension. */
  sectionLevel: Level | undefined;
  paragraphLevel: Level | undefined;
  sectionDimension: string | undefined;
  paragraphDimension: string | undefined;
  /** The last dimension named in the paragraph, to which «该指标» refers. */
  lastDimension: string | undefined;
  /** The names of dimensions as printed so far, by key. */
  readonly dimensionNames = new Map<string, string>();
  /** The region of the last sentence in the paragraph that was about a single region. */
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

  /** Stores the region, level and dimension of the sentence for the rest of the paragraph. */
  endSentence(view: SentenceView): void {
    const regions = subjectList(view, view.normalized.text.length)?.value.items;
    if (regions?.length === 1) this.lastRegion = regions[0]!.region?.name;
    for (const token of view.tokens) {
      if (isA(token, "level")) this.paragraphLevel = token.value;
      if (!isA(token, "dims")) continue;
      const [only, second] = token.value;
      if (second === undefined && typeof only?.key === "string") this.lastDimension = only.key;
    }
  }

  /** Adds a fact and claims its words. */
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

  /** Adds a fact of another edition, which is reported but not written to the draft. */
  addOtherEdition(
    view: SentenceView,
    match: Pick<Match, "tokens" | "start">,
    edition: number | null,
    message: string,
  ): void {
    view.claim(match.tokens);
    this.elsewhere.push({ start: view.normalized.offsets[match.start]!, edition, message });
  }

  /** Rejects words with a reason. No other statement can use them, and the sentence counts as not understood. */
  reject(view: SentenceView, { tokens, start }: Pick<Match, "tokens" | "start">, message: string): void {
    view.refuse(tokens);
    const end = tokens.at(-1)?.end ?? start;
    const { text } = view.normalized;
    // The message also shows the beginning of the clause.
    const from = Math.max(...[",", ";", ":"].map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
    const words = text.slice(from, end);
    const shortened = words.length > 40 ? `${words.slice(0, 39)}…` : words;
    const { offsets } = view.normalized;
    this.rejections.push({
      start: offsets[start]!,
      end: offsets[end]!,
      message: `«${shortened}»: ${message}`,
    });
  }

  /**
   * Returns the edition that a year refers to. The year of a report is the year of its edition. Any other year is an
   * evaluated year, except the year of this edition, which means this edition.
   */
  editionOf({ value: { year, back, ofReport } }: Token<"year">): number {
    if (year === null) return this.edition.year - back;
    if (ofReport || year === this.edition.year) return year;
    return year + 1;
  }
}
