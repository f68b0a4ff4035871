import { match } from "../names/match.js";
import type { NamedRegion } from "../names/name.js";
import { suggest } from "../names/suggest.js";
import type { DeepPartial } from "./deepPartial.js";
import type { Level } from "./scalar.js";
import type { Area, Dimension, Region, Tier } from "./tableSchemas.js";

/** A region as the checks need it: with the place in its level's order. */
export interface OrderedRegion extends NamedRegion {
  readonly province: string | null;
}

/** Something with a stable key and names that people may type instead of it. */
interface KeyedEntry {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
}

/**
 * What edition files refer to. A table that could not be read, or has an entry that is not whole, is undefined: what
 * refers to it then is not checked, so that one fault is not told a hundred times.
 */
export interface Tables {
  readonly regions: RegionTable | undefined;
  readonly areas: readonly KeyedEntry[] | undefined;
  readonly dimensions: readonly KeyedEntry[] | undefined;
  readonly tiers: readonly KeyedEntry[] | undefined;
}

/** The regions by short name and level. */
export class RegionTable {
  readonly rows: readonly OrderedRegion[];
  readonly #byName: ReadonlyMap<string, OrderedRegion>;

  constructor(regions: readonly Omit<OrderedRegion, "order">[]) {
    const size = { PROVINCE: 0, CITY: 0 };
    this.rows = regions.map((region) => {
      size[region.level] += 1;
      return { ...region, order: size[region.level] };
    });
    this.#byName = new Map(this.rows.map((region) => [region.name, region]));
  }

  /** The region with exactly this short name. */
  get(name: string): OrderedRegion | undefined {
    return this.#byName.get(name);
  }

  /** How many regions a level has. */
  size(level: Level): number {
    return this.rows.filter((region) => region.level === level).length;
  }

  /** Short names of the regions that a text may mean, those of the level first. */
  suggestNames(name: string, level: Level | undefined): readonly string[] {
    const ofLevel = this.rows.filter((region) => region.level === level);
    const candidates = [
      () => match(name, this.rows),
      () => suggest(name, ofLevel),
      () => suggest(name, this.rows),
    ].map((find) => find().map(({ region }) => region.name));
    return candidates.find((names) => names.length > 0) ?? [];
  }
}

/** Builds the tables of what is sound in the files. */
export function tablesOf(files: {
  regions: DeepPartial<readonly Region[]> | undefined;
  areas: DeepPartial<readonly Area[]> | undefined;
  dimensions: DeepPartial<readonly Dimension[]> | undefined;
  tiers: DeepPartial<readonly Tier[]> | undefined;
}): Tables {
  const regions = completeTable<Region>(files.regions);
  return {
    regions: regions && new RegionTable(regions),
    areas: completeTable<Area>(files.areas),
    dimensions: completeTable<Dimension>(files.dimensions),
    tiers: completeTable<Tier>(files.tiers),
  };
}

function completeTable<T extends object>(
  entries: DeepPartial<readonly T[]> | undefined,
): readonly T[] | undefined {
  const isComplete = (entry: unknown): boolean =>
    entry !== undefined &&
    (typeof entry !== "object" || entry === null || Object.values(entry).every(isComplete));
  return entries?.every(isComplete) ? (entries as readonly T[]) : undefined;
}
