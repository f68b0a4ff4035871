import { shown } from "../shown.js";
import { present } from "../sound.js";
import type { Path } from "../yaml.js";
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
  ) =>
    reportRepeated(
      file,
      [...present(entries)].map(([index, entry]) => [[...path, index, part], identity(entry), entry]),
      "DUPLICATE_FACT",
      (entry, found) => say(found, entry),
    );

  const { title, evaluatedYear, publishedOn, assessor, commissioner } = edition;
  const statements = { title, evaluatedYear, publishedOn, assessor, commissioner };
  for (const [name, readings] of Object.entries(statements)) {
    const say = (is: string) => `${name} is already said to be ${shown(is)}`;
    once([name], readings as Entries<{ is?: string | number }>, "is", say);
  }
  once(["dimensions"], edition.dimensions, "key", (key) => `the dimension ${key} is already described`);
  once(
    ["dimensions"],
    edition.dimensions,
    "name",
    (name) => `a dimension ${shown(name)} is already described`,
  );
  once(["tierBounds"], edition.tierBounds, "tier", (tier) => `the bounds of ${tier} are already stated`);
  once(["tierCounts"], edition.tierCounts, "level", (level) => `the tiers of ${level} are already counted`);
  for (const [index, { tiers }] of present(edition.tierCounts)) {
    once(["tierCounts", index, "tiers"], tiers, "tier", (tier) => `${tier} is already counted`);
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
