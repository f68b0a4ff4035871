import { presentEntries } from "../deepPartial.js";
import { formatValue } from "../formatValue.js";
import type { Level } from "../scalar.js";
import type { Tables } from "../tables.js";
import type { Path } from "../yaml.js";
import { type Cite, citedSources } from "./citation.js";
import { describePlace, type EditionFile } from "./file.js";

/** A statement of a source that a region is in a tier: an explicit one, or the start or end of a rise. */
interface Placement {
  readonly file: EditionFile;
  readonly path: Path;
  readonly year: number;
  readonly region: string;
  readonly tier: string;
  readonly rise: boolean;
  readonly sources: ReadonlySet<string>;
}

/** Checks that each rise leads to a higher tier, and that no region rises twice in an edition. */
export function checkRises(file: EditionFile, { tiers }: Tables): void {
  const { content: edition, report } = file;
  const seen = new Map<string, { index: number; path: Path; sources: ReadonlySet<string> }[]>();
  const rank = (key: string | undefined) => tiers?.findIndex((tier) => tier.key === key) ?? -1;
  for (const [index, { from, to, regions, cite }] of presentEntries(edition.rises)) {
    const sources = citedSources(cite);
    if (rank(from) >= 0 && rank(to) >= rank(from)) {
      const relation = from === to ? "the same tier" : "a lower tier";
      report(
        ["rises", index, "to"],
        "RISE_DIRECTION",
        `expected a tier above ${from}, got ${to}, ${relation}`,
      );
    }
    for (const [regionIndex, name] of presentEntries(regions)) {
      const path = ["rises", index, "regions", regionIndex];
      const others = seen.get(name) ?? [];
      seen.set(name, [...others, { index, path, sources }]);
      // A duplicate name within a list is a fault of that list. A rise that another source states is not a duplicate.
      const earlier = others.find(
        (other) => other.index !== index && [...sources].some((id) => other.sources.has(id)),
      );
      if (earlier === undefined) continue;
      const where = describePlace(file, earlier.path, path);
      report(path, "ROSE_TWICE", `${formatValue(name)} is already in another list of rises, ${where}`);
    }
  }
}

/**
 * Checks that no source contradicts itself about the tier of a region. Different sources can disagree; then the graph has
 * the statements of both.
 */
export function checkContradictions(files: readonly EditionFile[]): void {
  const earlier = new Map<string, Placement[]>();
  for (const file of files) {
    for (const current of placementsOf(file)) {
      const key = `${current.year} ${current.region}`;
      const others = earlier.get(key) ?? [];
      const other = others.find((placement) => contradicts(current, placement));
      earlier.set(key, [...others, current]);
      if (other === undefined) continue;
      const source = [...current.sources].find((id) => other.sources.has(id));
      const place = other.file.placeOf(other.path);
      const where = `${place.file}:${place.line}`;
      const message = `${source} puts ${current.region} in ${current.tier} in ${current.year}, but in ${other.tier} in ${where}`;
      current.file.report(current.path, "TIER_CONTRADICTION", message);
    }
  }
}

function contradicts(placement: Placement, other: Placement): boolean {
  const bothRise = placement.rise && other.rise && placement.file === other.file;
  return (
    !bothRise && placement.tier !== other.tier && [...placement.sources].some((id) => other.sources.has(id))
  );
}

function placementsOf(file: EditionFile): readonly Placement[] {
  const { tierMembers, rises, year } = file.content;
  if (year === undefined) return [];
  const placements: Placement[] = [];
  for (const [index, { tier, regions, cite }] of presentEntries(tierMembers)) {
    if (tier === undefined) continue;
    for (const [regionIndex, region] of presentEntries(regions)) {
      const path = ["tierMembers", index, "regions", regionIndex];
      placements.push({ file, path, year, region, tier, rise: false, sources: citedSources(cite) });
    }
  }
  for (const [index, { from, to, regions, cite }] of presentEntries(rises)) {
    for (const [regionIndex, region] of presentEntries(regions)) {
      const common = {
        file,
        path: ["rises", index, "regions", regionIndex],
        region,
        rise: true,
        sources: citedSources(cite),
      };
      if (to !== undefined) placements.push({ ...common, year, tier: to });
      if (from !== undefined) placements.push({ ...common, year: year - 1, tier: from });
    }
  }
  return placements;
}

/** Checks the regions that a source names in a tier, or that rose to it, against the count of that tier in the same source. */
export function checkTierSizes(file: EditionFile): void {
  const { tierCounts, tierMembers, rises } = file.content;
  for (const [index, { level, tiers }] of presentEntries(tierCounts)) {
    for (const [tierIndex, { tier, count, cite }] of presentEntries(tiers)) {
      if (level === undefined || tier === undefined || count === undefined) continue;
      const sources = citedSources(cite);
      const listsOf = (lists: typeof rises | typeof tierMembers, key: "to" | "tier") =>
        [...presentEntries(lists as readonly (Listed | undefined)[] | undefined)].filter(
          ([, list]) =>
            list.level === level &&
            list[key] === tier &&
            [...citedSources(list.cite)].some((source) => sources.has(source)),
        );
      const named = [...listsOf(rises, "to"), ...listsOf(tierMembers, "tier")].flatMap(([, { regions }]) =>
        [...presentEntries(regions)].map(([, name]) => name),
      );
      const size = new Set(named).size;
      if (size > count) {
        const message = `expected at least ${size}, the number of regions of level ${level} that are named in ${tier} or rose to it, got ${count}`;
        file.report(["tierCounts", index, "tiers", tierIndex, "count"], "TIER_COUNT", message);
      }
      for (const [listIndex, { complete, regions }] of listsOf(tierMembers, "tier")) {
        if (complete !== true || regions === undefined || regions.length >= count) continue;
        const message = `expected ${count} regions, the count of ${tier}, in a complete list, got ${regions.length}`;
        file.report(["tierMembers", listIndex, "regions"], "TIER_COUNT", message);
      }
    }
  }
}

interface Listed {
  readonly level?: Level | undefined;
  readonly tier?: string | undefined;
  readonly to?: string | undefined;
  readonly complete?: boolean | undefined;
  readonly regions?: readonly (string | undefined)[] | undefined;
  readonly cite?: Cite;
}
