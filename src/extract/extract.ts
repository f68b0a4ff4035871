import type { RegionTable } from "../data/tables.js";
import { writeYaml } from "../data/write.js";
import type { Entry, Status } from "./account.js";
import { type Draft, draftOf } from "./draft.js";
import type { TextFault } from "./fault.js";
import { LineIndex } from "./lineIndex.js";
import { readReport } from "./read.js";

/** A message about a place in the text, with line and column. */
export interface Notice {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The result of the extraction of a text. */
export interface Extraction {
  /** The edition file; null if the text has faults. */
  readonly draft: Draft | null;
  /** The draft as YAML, with comments for the person who completes it. */
  readonly yaml: string | null;
  readonly year: number | null;
  /** The result for every sentence and heading, in the order of the text. */
  readonly account: readonly Entry[];
  readonly faults: readonly TextFault[];
  readonly warnings: readonly Notice[];
  /** Facts of other editions, which are not in the draft. `edition` is null if the text does not name the edition. */
  readonly elsewhere: readonly (Notice & { readonly edition: number | null })[];
}

export interface ExtractOptions {
  /** The name of the text in faults. */
  readonly file: string;
  /** File name of the text in the operator's folder of texts; null if it has none. */
  readonly name: string | null;
  /** Id of the source in citations. Default: the file name without its ending, else an id with the edition's year. */
  readonly source?: string | undefined;
}

/**
 * Extracts a draft edition file from the text of a report, or of news about a report.
 * @param text without a byte-order mark
 * @param regions the 64 regions
 */
export function extract(
  text: string,
  regions: RegionTable,
  { file, name, source }: ExtractOptions,
): Extraction {
  const { edition, facts, sentences, account, faults, warnings, elsewhere } = readReport(text, regions);
  const lines = new LineIndex(text);
  const withPositions = <T extends { readonly start: number }>(items: readonly T[]) =>
    [...items]
      .sort((a, b) => a.start - b.start)
      .map(({ start, ...rest }) => ({ ...rest, ...lines.positionOf(start) }));
  const common = {
    year: edition?.year ?? null,
    account,
    faults: withPositions(faults).map(({ code, message, line, column }) => ({
      file,
      line,
      column,
      code,
      message,
    })),
    warnings: withPositions(warnings),
    elsewhere: withPositions(elsewhere),
  };
  if (edition === null || faults.length > 0) return { ...common, draft: null, yaml: null };
  const id = source ?? sourceId(name, edition.year);
  const draft = draftOf({ edition, facts, sentences, regions, source: id, text: name });
  return { ...common, draft, yaml: yamlOf(draft) };
}

/** Returns the id of a source: the name of its file, if it is a valid id. */
function sourceId(name: string | null, year: number): string {
  const stem = (name ?? "").replace(/\.[^.]*$/, "").toLowerCase();
  return /^[a-z0-9][a-z0-9-]*$/.test(stem) ? stem : `report-${year}`;
}

function yamlOf(draft: Draft): string {
  const todo = "to fill in:";
  const publishedOn =
    draft.publishedOn === undefined
      ? ["", " The text does not print the date of publication: add `publishedOn` with its source."]
      : [];
  const header = [
    " yaml-language-server: $schema=../edition.schema.json",
    "",
    ` The printed facts of the ${draft.year} edition: a draft that govgraph extract made from a text. Check it by hand.`,
    " Every fact cites its location as <source>@<section>.<paragraph>.<sentence>. The output of the extraction lists the",
    " sentences that it did not understand.",
    ...publishedOn,
  ];
  return writeYaml(draft, {
    header: header.join("\n"),
    onValues: {
      "sources.0.publisher": `${todo} the publisher of this text`,
      "sources.0.publishedOn": `${todo} the date of publication, as YYYY-MM-DD`,
      "sources.0.url": `${todo} the address of the page`,
      "sources.0.weakness": `${todo} known weaknesses of this source`,
      ...(draft.sources !== undefined && draft.sources.length > 1
        ? { "evaluatedYear.0.is": "to confirm: it is not printed in the text" }
        : {}),
    },
  });
}

/** Counts the sentences and headings per status. */
export function countByStatus(account: readonly Entry[]): Readonly<Record<Status, number>> {
  const counts = { FACT: 0, CONTEXT: 0, NOT_UNDERSTOOD: 0 };
  for (const { status } of account) counts[status] += 1;
  return counts;
}
