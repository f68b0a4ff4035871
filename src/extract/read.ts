import type { Level } from "../data/scalar.js";
import { type Sentence, sentencesOf } from "../data/sentence.js";
import type { RegionTable } from "../data/tables.js";
import type { Entry } from "./account.js";
import { checkConsistency } from "./consistency.js";
import { Context, type EditionYears, type Remark } from "./context.js";
import type { Located } from "./fact.js";
import { headingsOf } from "./heading.js";
import { Lexicon } from "./lexicon.js";
import { LineIndex } from "./lineIndex.js";
import { merge } from "./merge.js";
import { SentenceReader } from "./sentenceReader.js";
import { isA } from "./token.js";
import { SentenceView } from "./view.js";

/** The facts of a text, and the result for each of its sentences. */
export interface Reading {
  /** Null if the text does not name its edition; then nothing else is read. */
  readonly edition: EditionYears | null;
  readonly facts: readonly Located[];
  readonly sentences: readonly Sentence[];
  readonly account: readonly Entry[];
  readonly faults: Context["faults"];
  readonly warnings: readonly Remark[];
  /** Facts of other editions. */
  readonly elsewhere: Context["elsewhere"];
}

/**
 * Reads the text of a report or of news about one.
 * @param text without a byte-order mark; any line ends
 */
export function readReport(text: string, regions: RegionTable): Reading {
  const lexicon = new Lexicon(regions.rows);
  const sentences = sentencesOf(text);
  const views = sentences.map((sentence) => new SentenceView(sentence, lexicon));
  const edition = editionOf(views);
  if (edition === undefined) {
    const empty = { facts: [], sentences, account: [], warnings: [], elsewhere: [] };
    const message =
      sentences.length === 0
        ? ({ code: "EMPTY_FILE", message: "expected the text of a report, got an empty file" } as const)
        : ({
            code: "NO_EDITION",
            message:
              "expected a title with a year, such as 《省级政府和重点城市一体化政务服务能力评估报告(2022)》, got none. Add the title, which determines the edition.",
          } as const);
    return { ...empty, edition: null, faults: [{ start: 0, ...message }] };
  }
  const context = new Context(regions, edition);
  const reader = new SentenceReader(
    context,
    new LineIndex(text),
    views,
    headingsOf(text, sentences, lexicon),
  );
  const account = reader.read();
  const { facts, conflicts } = merge(context);
  checkConsistency(facts, context);
  const lines = new LineIndex(text);
  return {
    edition,
    facts,
    sentences,
    account: account.map((entry) => {
      const ownConflicts = conflicts.filter(({ locator }) => locator === entry.locator);
      if (ownConflicts.length === 0) return entry;
      const notUnderstood = ownConflicts.map(({ start, message }) => ({
        ...lines.positionOf(start),
        message,
      }));
      return {
        ...entry,
        status: "NOT_UNDERSTOOD",
        notUnderstood: [...entry.notUnderstood, ...notUnderstood],
      };
    }),
    faults: context.faults,
    warnings: context.warnings,
    elsewhere: context.elsewhere,
  };
}

/** Returns the edition of the first title with a year. */
function editionOf(views: readonly SentenceView[]): EditionYears | undefined {
  for (const token of views.flatMap(({ tokens }) => tokens)) {
    if (!isA(token, "title") || token.value.year === null) continue;
    const { year, printed } = token.value;
    const levels: Level[] = printed.includes("重点城市") ? ["PROVINCE", "CITY"] : ["PROVINCE"];
    return { year, levels, title: printed };
  }
  return undefined;
}
