import { isDeepStrictEqual } from "node:util";
import { didYouMean, didYouMeanOr, nearest } from "../../names/nearest.js";
import { presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Path } from "../yaml.js";
import { type EditionFile, reportDuplicates, type SourceList } from "./file.js";

/** The citations of a fact; parts can be missing. */
export type Cite = string | readonly (string | undefined)[] | undefined;

/** Returns the ids of the sources that a fact cites. */
export function citedSources(cite: Cite): ReadonlySet<string> {
  return new Set(citationsOf(cite).map(([, citation]) => split(citation).id));
}

function citationsOf(cite: Cite): readonly (readonly [Path, string])[] {
  if (typeof cite === "string") return [[[], cite]];
  return [...presentEntries(cite)].map(([index, citation]) => [[index], citation]);
}

function split(citation: string): { id: string; locator: string | undefined } {
  const [id = "", locator] = citation.split("@");
  return { id, locator };
}

/**
 * Checks all sources and citations together, because an edition can cite a source of sources.yaml or of another edition.
 * Ids must be unique, cited sources must exist, and a cited sentence must have a hash if its source has hashes.
 */
export function checkCitations(files: readonly EditionFile[], lists: readonly SourceList[]): void {
  const sources = new Map<
    string,
    { source: unknown; locators: readonly string[] } & Pick<SourceList, "file" | "path">
  >();
  for (const { file, isAdded, path: listPath, sources: declared } of lists) {
    for (const [index, source] of presentEntries(declared)) {
      const { id, sentences } = source;
      if (id === undefined) continue;
      const path = [...listPath, index, "id"];
      const earlier = sources.get(id);
      if (earlier === undefined) {
        sources.set(id, { source, locators: Object.keys(sentences ?? {}), file, path });
      } else if (!isAdded || earlier.file === file || !isDeepStrictEqual(source, earlier.source)) {
        const place = earlier.file.placeOf(earlier.path);
        const where = `${place.file}:${place.line}`;
        const advice = isAdded && earlier.file !== file ? ". Give the new source another id." : "";
        file.report(path, "DUPLICATE_SOURCE", `the source ${id} is already declared, in ${where}${advice}`);
      }
    }
  }
  // If a list of sources is invalid, a source that is not in it is perhaps only unreadable, so it is not reported.
  const mayBeIncomplete = lists.some(
    ({ sources: declared }) => declared?.every((source) => source?.id !== undefined) !== true,
  );
  for (const file of files) {
    for (const [path, cite] of citesIn(file.content, [])) {
      const citations = citationsOf(cite).map(
        ([subPath, citation]) => [[...path, ...subPath], citation] as const,
      );
      reportDuplicates(
        file,
        citations.map(([citationPath, citation]) => [citationPath, citation, citation]),
        "DUPLICATE_FACT",
        (citation) => `${formatValue(citation)} is already cited here`,
      );
      for (const [citationPath, citation] of citations) {
        const { id, locator } = split(citation);
        const locators = sources.get(id)?.locators;
        if (locators === undefined) {
          if (mayBeIncomplete) continue;
          // The file's own sources come first, because the message lists only a few.
          const rank = (sourceId: string) => (sources.get(sourceId)?.file === file ? 0 : 1);
          const ids = [...sources.keys()].sort((a, b) => rank(a) - rank(b));
          const advice = didYouMeanOr(nearest(id, ids), "sources", ids);
          file.report(citationPath, "UNKNOWN_SOURCE", `unknown source ${formatValue(id)}${advice}`);
        } else if (locator !== undefined && locators.length > 0 && !locators.includes(locator)) {
          const advice = didYouMean(nearest(locator, locators));
          const message = `the source ${id} has no hash for the sentence ${formatValue(locator)}${advice}`;
          file.report(citationPath, "UNKNOWN_LOCATOR", message);
        }
      }
    }
  }
}

/** Yields all citations in a file with their paths. */
function* citesIn(value: unknown, path: Path): Generator<readonly [Path, Cite]> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* citesIn(item, [...path, index]);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      if (key === "cite") yield [[...path, key], item as Cite];
      else yield* citesIn(item, [...path, key]);
    }
  }
}
