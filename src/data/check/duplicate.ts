import { presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Path } from "../yaml.js";
import { type Cite, citedSources } from "./citation.js";
import { type EditionFile, identityOf, reportDuplicates } from "./file.js";

type Entries<T> = readonly (T | undefined)[] | undefined;

/** Checks that no fact is stated twice; `checkLists` does the same for lists of regions. */
export function checkDuplicates(file: EditionFile): void {
  const { content: edition } = file;
  const checkUnique = <T>(
    path: Path,
    entries: Entries<T>,
    part: keyof T & string,
    describe: (identity: string, entry: T) => string,
    identity: (entry: T) => string | undefined = (entry) =>
      identityOf(entry[part] as string | number | undefined),
    sources?: (entry: T) => ReadonlySet<string>,
  ) =>
    reportDuplicates(
      file,
      [...presentEntries(entries)].map(([index, entry]) => [
        [...path, index, part],
        identity(entry),
        entry,
        sources?.(entry),
      ]),
      "DUPLICATE_FACT",
      (entry, entryIdentity) => describe(entryIdentity, entry),
    );
  /** Does the same as `checkUnique`, but entries of different sources are not duplicates. */
  const checkUniquePerSource = <T extends { readonly cite?: Cite }>(
    path: Path,
    entries: Entries<T>,
    part: keyof T & string,
    describe: (identity: string, entry: T) => string,
    identity?: (entry: T) => string | undefined,
  ) => checkUnique(path, entries, part, describe, identity, ({ cite }) => citedSources(cite));

  const { title, evaluatedYear, publishedOn, assessor, commissioner } = edition;
  const statements = { title, evaluatedYear, publishedOn, assessor, commissioner };
  for (const [name, readings] of Object.entries(statements)) {
    const describe = (is: string) => `${name} is already stated as ${formatValue(is)}`;
    checkUniquePerSource([name], readings as Entries<{ is?: string | number; cite?: Cite }>, "is", describe);
  }
  checkUniquePerSource(
    ["dimensions"],
    edition.dimensions,
    "key",
    (key) => `the dimension ${key} is already described`,
  );
  checkUniquePerSource(
    ["dimensions"],
    edition.dimensions,
    "name",
    (name) => `a dimension ${formatValue(name)} is already described`,
  );
  checkUniquePerSource(
    ["tierBounds"],
    edition.tierBounds,
    "tier",
    (tier) => `the bounds of ${tier} are already stated`,
  );
  checkUnique(
    ["tierCounts"],
    edition.tierCounts,
    "level",
    (level) => `the tiers of ${level} are already counted`,
    undefined,
    ({ tiers }) => new Set([...presentEntries(tiers)].flatMap(([, { cite }]) => [...citedSources(cite)])),
  );
  for (const [index, { tiers }] of presentEntries(edition.tierCounts)) {
    checkUniquePerSource(
      ["tierCounts", index, "tiers"],
      tiers,
      "tier",
      (tier) => `${tier} is already counted`,
    );
  }
  checkUniquePerSource(
    ["cumulativeCounts"],
    edition.cumulativeCounts,
    "tier",
    (_, { level, tier }) => `the regions of level ${level} in ${tier} or above are already counted`,
    ({ level, tier }) => identityOf(level, tier),
  );
  const figures = {
    means: edition.means,
    aboveMean: edition.aboveMean,
    objects: edition.objects,
    firstAssessed: edition.firstAssessed,
    definitions: edition.definitions,
  };
  for (const [name, entries] of Object.entries(figures)) {
    const describe = (level: string) => `${name} already has an entry for ${level}`;
    checkUniquePerSource([name], entries as Entries<{ level?: string; cite?: Cite }>, "level", describe);
  }
  for (const [index, { regions }] of presentEntries(edition.initiatives)) {
    checkUnique(
      ["initiatives", index, "regions"],
      regions,
      "initiative",
      (_, { region, initiative }) =>
        `${formatValue(initiative)} is already named with ${formatValue(region)}`,
      ({ region, initiative }) => identityOf(region, initiative),
    );
  }
  checkUniquePerSource(["claims"], edition.claims, "id", (id) => `there is already a claim ${id}`);
  for (const [index, { about }] of presentEntries(edition.claims)) {
    checkUnique(
      ["claims", index, "about"],
      about,
      "area",
      (_, { area, role }) => `${area} is already ${role} here`,
      ({ area, role }) => identityOf(area, role),
    );
  }
}
