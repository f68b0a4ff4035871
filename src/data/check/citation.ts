import { didYouMean, didYouMeanOr, nearest } from "../../names/nearest.js";
import { presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Path } from "../yaml.js";
import { type EditionFile, reportDuplicates, type SourceList } from "./file.js";

/** What a fact may say of its source, sound or not. */
export type Cite = string | readonly (string | undefined)[] | undefined;

/** The ids of the sources that a fact cites. */
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
 * Checks all sources and citations together, since an edition may cite a source of sources.yaml or of another edition:
 * ids once, sources known, and a hash for every sentence that is cited from a source with hashes.
 */
export function checkCitations(files: readonly EditionFile[], lists: readonly SourceList[]): void {
  const sources = new Map<string, { locators: readonly string[] } & Pick<SourceList, "file" | "path">>();
  for (const { file, path: listPath, sources: declared } of lists) {
    for (const [index, { id, sentences }] of presentEntries(declared)) {
      if (id === undefined) continue;
      const path = [...listPath, index, "id"];
      const earlier = sources.get(id);
      if (earlier !== undefined) {
        const where = `${earlier.file.path}:${earlier.file.lineOf(earlier.path)}`;
        file.report(path, "DUPLICATE_SOURCE", `there is already a source ${id}, in ${where}`);
      } else {
        sources.set(id, { locators: Object.keys(sentences ?? {}), file, path });
      }
    }
  }
  // A file whose list of sources is itself at fault may have declared what others cite.
  const mayBeIncomplete = lists.some(
    ({ sources: declared }) => declared?.every((source) => source?.id !== undefined) !== true,
  );
  for (const file of files) {
    for (const [path, cite] of citesIn(file.content, [])) {
      const citations = citationsOf(cite).map(([at, citation]) => [[...path, ...at], citation] as const);
      reportDuplicates(
        file,
        citations.map(([at, citation]) => [at, citation, citation]),
        "DUPLICATE_FACT",
        (citation) => `${formatValue(citation)} is already cited here`,
      );
      for (const [at, citation] of citations) {
        const { id, locator } = split(citation);
        const locators = sources.get(id)?.locators;
        if (locators === undefined) {
          if (mayBeIncomplete) continue;
          // The file's own sources first, since the list is cut short.
          const isOwn = (known: string) => (sources.get(known)?.file === file ? 0 : 1);
          const known = [...sources.keys()].sort((a, b) => isOwn(a) - isOwn(b));
          const advice = didYouMeanOr(nearest(id, known), "known", known);
          file.report(at, "UNKNOWN_SOURCE", `unknown source ${formatValue(id)}${advice}`);
        } else if (locator !== undefined && locators.length > 0 && !locators.includes(locator)) {
          const advice = didYouMean(nearest(locator, locators));
          const message = `the sentences of ${id} have no hash for ${formatValue(locator)}${advice}`;
          file.report(at, "UNKNOWN_LOCATOR", message);
        }
      }
    }
  }
}

/** All citations in a file, wherever a fact has one. */
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
