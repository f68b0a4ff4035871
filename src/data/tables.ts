import { match } from "../names/match.js";
import type { NamedRegion } from "../names/name.js";
import { nearestRegions } from "../names/suggest.js";
import type { DeepPartial } from "./deepPartial.js";
import type { Level } from "./scalar.js";
import type { Area, Dimension, Region, Tier } from "./tableSchemas.js";

/** A region with its position in the administrative order of its level, and its province. */
export interface OrderedRegion extends NamedRegion {
  readonly province: string | null;
}

/** A table entry with a stable key, and names that people can type instead. */
interface KeyedEntry {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
}

/**
 * The tables that edition files refer to. A table is undefined if it cannot be read or has an invalid entry. References
 * to it are then not checked, so that one fault is not reported many times.
 */
export interface Tables {
  readonly regions: RegionTable | undefined;
  readonly areas: readonly KeyedEntry[] | undefined;
  readonly dimensions: readonly KeyedEntry[] | undefined;
  readonly tiers: readonly KeyedEntry[] | undefined;
}

/** The regions, by short name and level. */
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

  /** Returns the region with exactly this short name. */
  get(name: string): OrderedRegion | undefined {
    return this.#byName.get(name);
  }

  /** Returns the number of regions of a level. */
  size(level: Level): number {
    return this.rows.filter((region) => region.level === level).length;
  }

  /** Returns the short names of the regions that a text can mean; regions of the level come first. */
  suggestNames(name: string, level: Level | undefined): readonly string[] {
    const ofLevel = this.rows.filter((region) => region.level === level);
    const candidates = [
      () => match(name, this.rows),
      () => nearestRegions(name, ofLevel),
      () => nearestRegions(name, this.rows),
    ].map((find) => find().map(({ region }) => region.name));
    return candidates.find((names) => names.length > 0) ?? [];
  }
}

/** Builds the tables from the valid parts of the files. */
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
