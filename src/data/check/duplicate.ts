import { present } from "../deepPartial.js";
import { shown } from "../formatValue.js";
import type { Path } from "../yaml.js";
import { type Cite, citedSources } from "./citation.js";
import { type EditionFile, identityOf, reportRepeated } from "./file.js";

type Entries<T> = readonly (T | undefined)[] | undefined;

/** Checks that nothing but a list of regions is stated twice; `checkLists` looks at those. */
export function checkTwice(file: EditionFile): void {
  const { content: edition } = file;
  const once = <T>(
    path: Path,
    entries: Entries<T>,
    part: keyof T & string,
    say: (identity: string, entry: T) => string,
    identity: (entry: T) => string | undefined = (entry) =>
      identityOf(entry[part] as string | number | undefined),
    sources?: (entry: T) => ReadonlySet<string>,
  ) =>
    reportRepeated(
      file,
      [...present(entries)].map(([index, entry]) => [
        [...path, index, part],
        identity(entry),
        entry,
        sources?.(entry),
      ]),
      "DUPLICATE_FACT",
      (entry, found) => say(found, entry),
    );
  /** Like `once`, where each source may state it: what they say then stands side by side. */
  const oncePerSource = <T extends { readonly cite?: Cite }>(
    path: Path,
    entries: Entries<T>,
    part: keyof T & string,
    say: (identity: string, entry: T) => string,
    identity?: (entry: T) => string | undefined,
  ) => once(path, entries, part, say, identity, ({ cite }) => citedSources(cite));

  const { title, evaluatedYear, publishedOn, assessor, commissioner } = edition;
  const statements = { title, evaluatedYear, publishedOn, assessor, commissioner };
  for (const [name, readings] of Object.entries(statements)) {
    const say = (is: string) => `${name} is already said to be ${shown(is)}`;
    once([name], readings as Entries<{ is?: string | number }>, "is", say);
  }
  oncePerSource(
    ["dimensions"],
    edition.dimensions,
    "key",
    (key) => `the dimension ${key} is already described`,
  );
  once(
    ["dimensions"],
    edition.dimensions,
    "name",
    (name) => `a dimension ${shown(name)} is already described`,
  );
  oncePerSource(
    ["tierBounds"],
    edition.tierBounds,
    "tier",
    (tier) => `the bounds of ${tier} are already stated`,
  );
  once(
    ["tierCounts"],
    edition.tierCounts,
    "level",
    (level) => `the tiers of ${level} are already counted`,
    undefined,
    ({ tiers }) => new Set([...present(tiers)].flatMap(([, { cite }]) => [...citedSources(cite)])),
  );
  for (const [index, { tiers }] of present(edition.tierCounts)) {
    oncePerSource(["tierCounts", index, "tiers"], tiers, "tier", (tier) => `${tier} is already counted`);
  }
  oncePerSource(
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
    const say = (level: string) => `${name} already has an entry for ${level}`;
    oncePerSource([name], entries as Entries<{ level?: string; cite?: Cite }>, "level", say);
  }
  for (const [index, { regions }] of present(edition.initiatives)) {
    once(
      ["initiatives", index, "regions"],
      regions,
      "initiative",
      (_, { region, initiative }) => `${shown(initiative)} is already named with ${shown(region)}`,
      ({ region, initiative }) => identityOf(region, initiative),
    );
  }
  once(["claims"], edition.claims, "id", (id) => `there is already a claim ${id}`);
  for (const [index, { about }] of present(edition.claims)) {
    once(
      ["claims", index, "about"],
      about,
      "area",
      (_, { area, role }) => `${area} is already ${role} here`,
      ({ area, role }) => identityOf(area, role),
    );
  }
}
