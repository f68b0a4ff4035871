import type { RegionTable } from "../data/tables.js";
import { writeYaml } from "../data/write.js";
import type { Entry, Status } from "./account.js";
import { type Draft, draftOf } from "./draft.js";
import type { TextFault } from "./fault.js";
import { LineIndex } from "./lineIndex.js";
import { readReport } from "./read.js";

/** What is told of a place of the text beside its facts. */
export interface Notice {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What was made of a text. */
export interface Extraction {
  /** The edition file; null if the text has faults. */
  readonly draft: Draft | null;
  /** The draft as YAML, with comments for the person who completes it. */
  readonly yaml: string | null;
  readonly year: number | null;
  /** Every sentence and heading, in the order of the text. */
  readonly account: readonly Entry[];
  readonly faults: readonly TextFault[];
  readonly warnings: readonly Notice[];
  /** Facts of other editions: told, and not in the draft. `edition` is null where the text does not say which. */
  readonly elsewhere: readonly (Notice & { readonly edition: number | null })[];
}

export interface ExtractOptions {
  /** What faults call the text. */
  readonly file: string;
  /** File name of the text as an operator keeps it; null if it has none. */
  readonly name: string | null;
  /** Id of the source in citations. Not given: from the file's name, else from the edition's year. */
  readonly source?: string | undefined;
}

/**
 * Makes a draft edition file from the text of a report, or of news about one.
 * @param text without a byte-order mark
 * @param regions the 64 that a text can name
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

/** The id of a source: the name of its file, if that can be one. */
function sourceId(name: string | null, year: number): string {
  const stem = (name ?? "").replace(/\.[^.]*$/, "").toLowerCase();
  return /^[a-z0-9][a-z0-9-]*$/.test(stem) ? stem : `report-${year}`;
}

function yamlOf(draft: Draft): string {
  const fill = "to fill in:";
  const publishedOn =
    draft.publishedOn === undefined
      ? ["", " The day of publication is not printed in the text: add `publishedOn` with its source."]
      : [];
  const header = [
    " yaml-language-server: $schema=../edition.schema.json",
    "",
    ` What is printed about the ${draft.year} edition: a draft made from a text by govgraph extract, to be read by a person.`,
    " Every fact cites where it is printed as <source>@<section>.<paragraph>.<sentence>. What the text says and the draft",
    " does not is in the account of the extraction.",
    ...publishedOn,
  ];
  return writeYaml(draft, {
    header: header.join("\n"),
    onValues: {
      "sources.0.publisher": `${fill} who published this text`,
      "sources.0.publishedOn": `${fill} the day it was published, as YYYY-MM-DD`,
      "sources.0.url": `${fill} the address of the page`,
      "sources.0.weakness": `${fill} what to keep in mind before trusting it`,
      ...(draft.sources !== undefined && draft.sources.length > 1
        ? { "evaluatedYear.0.is": "to confirm: it is not printed in the text" }
        : {}),
    },
  });
}

/** How many sentences have each status. */
export function countByStatus(account: readonly Entry[]): Readonly<Record<Status, number>> {
  const counts = { FACT: 0, CONTEXT: 0, NOT_UNDERSTOOD: 0 };
  for (const { status } of account) counts[status] += 1;
  return counts;
}
