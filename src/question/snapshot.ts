import { Area } from "../model/area.js";
import { Dimension } from "../model/dimension.js";
import { Edition } from "../model/edition.js";
import type { Level } from "../model/level.js";
import { Region } from "../model/region.js";
import { Source } from "../model/source.js";
import { Tier } from "../model/tier.js";
import { GraphError } from "../neo4j/error.js";
import type { ReferenceRows } from "./reference.js";

/** Returns the name of a load. Two loads of the same data differ in their time. */
export function versionOf({ dataVersion, loadedAt }: { dataVersion: string; loadedAt: string }): string {
  return `${dataVersion} ${loadedAt}`;
}

/** The kinds of facts that decide the default edition of a question. */
export type EditionKind = ReferenceRows["defaultEditions"][number]["kind"];

/** A node that answers refer to. */
export type Reference = Region | Dimension | Tier | Area | Edition | Source;

/** The nodes that answers refer to, from one load, with their links to each other. */
export class Snapshot {
  /** The name of the load; it differs even between loads of the same data. */
  readonly version: string;
  /** The last bookmark at which the graph held the load; null if Neo4j returns none. */
  bookmark: string | null = null;
  readonly dataVersion: string;
  /** Time of the load (ISO date and time in UTC). */
  readonly loadedAt: string;
  /** Number of nodes by label and of relationships by type. */
  readonly counts: Readonly<Record<string, number>>;
  /** The operator's own files that were loaded with the data. */
  readonly addedFiles: readonly { readonly name: string; readonly sha256: string }[];
  /** Provincial-level units first, then in administrative order. */
  readonly regions: readonly Region[];
  readonly dimensions: readonly Dimension[];
  readonly tiers: readonly Tier[];
  readonly areas: readonly Area[];
  /** In order of year, the latest first. */
  readonly editions: readonly Edition[];
  readonly sources: readonly Source[];
  readonly #defaultEditions: ReferenceRows["defaultEditions"];
  /** Nodes by type, then by natural key. */
  readonly #byKey: ReadonlyMap<string, ReadonlyMap<string, Reference>>;

  constructor(rows: ReferenceRows) {
    const [meta] = rows.meta;
    if (meta === undefined)
      throw new TypeError(
        "rows.meta: expected one row, got none. Read the statement question/editions/meta first.",
      );
    this.dataVersion = meta.dataVersion;
    this.loadedAt = meta.loadedAt;
    this.version = versionOf(meta);
    this.counts = JSON.parse(meta.counts) as Record<string, number>;
    this.addedFiles = meta.addedFiles.map((line) => ({ sha256: line.slice(0, 64), name: line.slice(66) }));
    this.#defaultEditions = rows.defaultEditions;
    this.dimensions = rows.dimensions.map((row) => new Dimension(row));
    this.tiers = rows.tiers.map((row) => new Tier(row));
    this.areas = rows.areas.map((row) => new Area(row));
    this.sources = rows.sources.map((row) => new Source(row));
    this.regions = rows.regions.map(
      ({ key: code, province, cities, areas, ...row }) => new Region({ code, ...row }),
    );
    this.editions = rows.editions.map(({ previous, ...row }) => new Edition(row));
    const by = <T extends Reference>(nodes: readonly T[], keyOf: (node: T) => string | number) =>
      new Map(nodes.map((node) => [String(keyOf(node)), node] as const));
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

  /** Returns the node of a type with a natural key; undefined if there is none. */
  find(type: string, key: string | number): Reference | undefined {
    return this.#byKey.get(type)?.get(String(key));
  }

  /**
   * Returns the year of the edition that a question answers about if no edition is given: the latest edition with the facts
   * that it needs, for any of the levels; null if there is none.
   * @param dimension only for RANKED
   */
  defaultEdition(
    kind: EditionKind,
    levels: readonly Level[],
    dimension: string | null = null,
  ): number | null {
    const years = this.#defaultEditions
      .filter((row) => row.kind === kind && levels.includes(row.level))
      .filter((row) => dimension === null || row.dimension === dimension)
      .map(({ edition }) => edition);
    return years.length === 0 ? null : Math.max(...years);
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

  /** A row can name an unknown key only if other data were loaded meanwhile. */
  #known(type: string, key: string | number): unknown {
    const found = this.find(type, key);
    if (found !== undefined) return found;
    throw new GraphError(
      "SERVICE_UNAVAILABLE",
      "The data changed while the request was answered. Try again in a moment.",
      {
        cause: new Error(`no ${type} ${key} in version ${this.dataVersion}`),
      },
    );
  }
}
