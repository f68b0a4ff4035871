import type { Note } from "../../table/notes.js";
import type { Asked } from "./ask.js";

/** The headers about an answer that every form has. Pages of other origins can read them. */
export const provenanceHeaders = [
  "link",
  "govgraph-data-version",
  "govgraph-edition",
  "govgraph-coverage",
  "govgraph-coverage-note",
] as const;

/**
 * Returns headers that say what an answer is about and how to cite it. CSV has no other place for them.
 * @param permanent address of the answer at its data version
 */
export function headersAbout(
  { dataVersion }: Asked,
  notes: readonly Note[],
  permanent: string,
): Readonly<Record<string, string>> {
  const about = {
    "govgraph-edition": join(notes, /^edition$/),
    "govgraph-coverage": join(notes, /^coverage(?! note| .* note)/),
    "govgraph-coverage-note": join(notes, /^coverage.* note$/),
  };
  return {
    ...Object.fromEntries(Object.entries(about).filter(([, text]) => text !== "")),
    "govgraph-data-version": toHeader(dataVersion),
    link: `<${permanent}>; rel="cite-as"`,
  };
}

/** Joins the notes of a name. A comparison has two coverages, which have their names: `coverage from: …; coverage to: …`. */
function join(notes: readonly Note[], name: RegExp): string {
  const found = notes.filter((note) => name.test(note.name));
  if (found.length === 1) return toHeader(found[0]?.text ?? "");
  return found.map((note) => `${note.name}: ${toHeader(note.text)}`).join("; ");
}

/** A header holds ASCII: other characters and % are percent-encoded as UTF-8. */
const toHeader = (text: string) => text.replace(/[^ -$&-~]/gu, encodeURIComponent);
