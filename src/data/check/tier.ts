import { present } from "../deepPartial.js";
import { shown } from "../formatValue.js";
import type { Level } from "../scalar.js";
import type { Tables } from "../tables.js";
import type { Path } from "../yaml.js";
import { citedSources } from "./citation.js";
import type { EditionFile } from "./file.js";

/** That a source puts a region in a tier, in so many words or as one end of a rise. */
interface Placement {
  readonly file: EditionFile;
  readonly path: Path;
  readonly year: number;
  readonly region: string;
  readonly tier: string;
  readonly rise: boolean;
  readonly sources: ReadonlySet<string>;
}

/** Checks each rise by itself: that it leads upwards, and that no region rises twice in an edition. */
export function checkRises(file: EditionFile, { tiers }: Tables): void {
  const { content: edition, report } = file;
  const seen = new Map<string, { index: number; path: Path; sources: ReadonlySet<string> }[]>();
  const rank = (key: string | undefined) => tiers?.findIndex((tier) => tier.key === key) ?? -1;
  for (const [index, { from, to, regions, cite }] of present(edition.rises)) {
    const sources = citedSources(cite);
    if (rank(from) >= 0 && rank(to) >= rank(from)) {
      const found = from === to ? "the same tier" : "a lower one";
      report(
        ["rises", index, "to"],
        "RISE_DIRECTION",
        `expected a tier above ${from}, found ${to}, ${found}`,
      );
    }
    for (const [at, name] of present(regions)) {
      const path = ["rises", index, "regions", at];
      const others = seen.get(name) ?? [];
      seen.set(name, [...others, { index, path, sources }]);
      // The same name twice in one list is a fault of that list; what another source says stands beside it.
      const earlier = others.find(
        (other) => other.index !== index && [...sources].some((id) => other.sources.has(id)),
      );
      if (earlier === undefined) continue;
      const line = file.lineOf(earlier.path);
      report(path, "ROSE_TWICE", `${shown(name)} is already in another list of rises, in line ${line}`);
    }
  }
}

/**
 * Checks that no source contradicts itself on the tier of a region. What two sources say may differ: then both stand
 * side by side.
 */
export function checkContradictions(files: readonly EditionFile[]): void {
  const earlier = new Map<string, Placement[]>();
  for (const file of files) {
    for (const one of placementsOf(file)) {
      const key = `${one.year} ${one.region}`;
      const others = earlier.get(key) ?? [];
      const other = others.find((placement) => contradicts(one, placement));
      earlier.set(key, [...others, one]);
      if (other === undefined) continue;
      const source = [...one.sources].find((id) => other.sources.has(id));
      const where = `${other.file.path}:${other.file.lineOf(other.path)}`;
      const says = `${source} puts ${one.region} in ${one.tier} in ${one.year}, but in ${other.tier} in ${where}`;
      one.file.report(one.path, "TIER_CONTRADICTION", says);
    }
  }
}

function contradicts(one: Placement, other: Placement): boolean {
  const bothRise = one.rise && other.rise && one.file === other.file;
  return !bothRise && one.tier !== other.tier && [...one.sources].some((id) => other.sources.has(id));
}

function placementsOf(file: EditionFile): readonly Placement[] {
  const { tierMembers, rises, year } = file.content;
  if (year === undefined) return [];
  const placements: Placement[] = [];
  for (const [index, { tier, regions, cite }] of present(tierMembers)) {
    if (tier === undefined) continue;
    for (const [at, region] of present(regions)) {
      const path = ["tierMembers", index, "regions", at];
      placements.push({ file, path, year, region, tier, rise: false, sources: citedSources(cite) });
    }
  }
  for (const [index, { from, to, regions, cite }] of present(rises)) {
    for (const [at, region] of present(regions)) {
      const common = {
        file,
        path: ["rises", index, "regions", at],
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

/** Checks the regions named in a tier, and those that rose into it, against the count of that tier. */
export function checkTierSizes(file: EditionFile): void {
  const { tierCounts, tierMembers, rises } = file.content;
  for (const [index, { level, tiers }] of present(tierCounts)) {
    for (const [at, { tier, count }] of present(tiers)) {
      if (level === undefined || tier === undefined || count === undefined) continue;
      const into = (lists: typeof rises | typeof tierMembers, key: "to" | "tier") =>
        [...present(lists as readonly (Listed | undefined)[] | undefined)].filter(
          ([, list]) => list.level === level && list[key] === tier,
        );
      const named = [...into(rises, "to"), ...into(tierMembers, "tier")].flatMap(([, { regions }]) =>
        [...present(regions)].map(([, name]) => name),
      );
      const size = new Set(named).size;
      if (size > count) {
        const message = `expected at least ${size}, the regions of level ${level} that are named in ${tier} or rose to it, found ${count}`;
        file.report(["tierCounts", index, "tiers", at, "count"], "TIER_COUNT", message);
      }
      for (const [place, { complete, regions }] of into(tierMembers, "tier")) {
        if (complete !== true || regions === undefined || regions.length >= count) continue;
        const message = `expected ${count} regions, the count of ${tier}, in a complete list, found ${regions.length}`;
        file.report(["tierMembers", place, "regions"], "TIER_COUNT", message);
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
}
