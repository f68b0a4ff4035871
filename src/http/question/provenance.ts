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
  const about = ["edition", "coverage", "coverage note"].flatMap((name) => {
    const note = notes.find((candidate) => candidate.name === name);
    return note === undefined ? [] : [[`govgraph-${name.replace(" ", "-")}`, toHeader(note.text)] as const];
  });
  return {
    ...Object.fromEntries(about),
    "govgraph-data-version": toHeader(dataVersion),
    link: `<${permanent}>; rel="cite-as"`,
  };
}

/** A header holds ASCII: other characters and % are percent-encoded as UTF-8. */
const toHeader = (text: string) => text.replace(/[^ -$&-~]/gu, encodeURIComponent);
