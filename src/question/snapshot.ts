import { Area } from "../model/area.js";
import { Dimension } from "../model/dimension.js";
import { Edition } from "../model/edition.js";
import { Region } from "../model/region.js";
import { Source } from "../model/source.js";
import { Tier } from "../model/tier.js";
import { GraphError } from "../neo4j/error.js";
import type { ReferenceRows } from "./reference.js";

/** Names one load; two loads of the same data differ in their time. */
export function versionOf({ dataVersion, loadedAt }: { dataVersion: string; loadedAt: string }): string {
  return `${dataVersion} ${loadedAt}`;
}

/** A thing that answers refer to. */
export type Reference = Region | Dimension | Tier | Area | Edition | Source;

/** The things that answers refer to, at one version of the data, with their links to each other. */
export class Snapshot {
  /** Tells one load from the next, also of the same data. */
  readonly version: string;
  /** The last bookmark at which the graph held it; null if Neo4j gives none. */
  bookmark: string | null = null;
  readonly dataVersion: string;
  /** When these data were loaded: ISO date and time in UTC. */
  readonly loadedAt: string;
  /** Nodes by label and relationships by type. */
  readonly counts: Readonly<Record<string, number>>;
  /** Provincial-level units first, then in administrative order. */
  readonly regions: readonly Region[];
  readonly dimensions: readonly Dimension[];
  readonly tiers: readonly Tier[];
  readonly areas: readonly Area[];
  /** The latest first. */
  readonly editions: readonly Edition[];
  readonly sources: readonly Source[];
  /** Things by type, then by natural key. */
  readonly #byKey: ReadonlyMap<string, ReadonlyMap<string, Reference>>;

  constructor(rows: ReferenceRows) {
    const [meta] = rows.meta;
    if (meta === undefined) throw new TypeError("a snapshot needs the row of meta");
    this.dataVersion = meta.dataVersion;
    this.loadedAt = meta.loadedAt;
    this.version = versionOf(meta);
    this.counts = JSON.parse(meta.counts) as Record<string, number>;
    this.dimensions = rows.dimensions.map((row) => new Dimension(row));
    this.tiers = rows.tiers.map((row) => new Tier(row));
    this.areas = rows.areas.map((row) => new Area(row));
    this.sources = rows.sources.map((row) => new Source(row));
    this.regions = rows.regions.map(
      ({ key: code, province, cities, areas, ...row }) => new Region({ code, ...row }),
    );
    this.editions = rows.editions.map(({ previous, ...row }) => new Edition(row));
    const by = <T extends Reference>(things: readonly T[], keyOf: (thing: T) => string | number) =>
      new Map(things.map((thing) => [String(keyOf(thing)), thing] as const));
    this.#byKey = new Map<string, ReadonlyMap<string, Reference>>([
      ["Dimension", by(this.dimensions, ({ key }) => key)],
      ["Tier", by(this.tiers, ({ key }) => key)],
      ["Area", by(this.areas, ({ key }) => key)],
      ["Source", by(this.sources, ({ key }) => key)],
      ["Region", by(this.regions, ({ code }) => code)],
      ["Edition", by(this.editions, ({ year }) => year)],
    ]);
    for (const [index, { province, cities, areas }] of rows.regions.entries()) {
      const region = this.regions[index] as Region;
      region.province = province === null ? null : this.region(province);
      region.cities.push(...cities.map((code) => this.region(code)));
      region.areas = areas.map((key) => this.area(key));
    }
    for (const [index, { previous }] of rows.editions.entries()) {
      (this.editions[index] as Edition).previous = previous === null ? null : this.edition(previous);
    }
  }

  /** The thing of a type with a natural key, or undefined if there is none. */
  find(type: string, key: string | number): Reference | undefined {
    return this.#byKey.get(type)?.get(String(key));
  }

  region(code: string): Region {
    return this.#known("Region", code) as Region;
  }

  dimension(key: string): Dimension {
    return this.#known("Dimension", key) as Dimension;
  }

  tier(key: string): Tier {
    return this.#known("Tier", key) as Tier;
  }

  area(key: string): Area {
    return this.#known("Area", key) as Area;
  }

  edition(year: number): Edition {
    return this.#known("Edition", year) as Edition;
  }

  source(key: string): Source {
    return this.#known("Source", key) as Source;
  }

  /** A row names something that this version does not have only if other data were loaded since. */
  #known(type: string, key: string | number): unknown {
    const found = this.find(type, key);
    if (found !== undefined) return found;
    throw new GraphError(
      "SERVICE_UNAVAILABLE",
      "The data changed while this was answered; try again in a moment.",
      {
        cause: new Error(`no ${type} ${key} in version ${this.dataVersion}`),
      },
    );
  }
}
