import { Args, ArgsType, Ctx, Extensions, Field, Int, Query, Resolver } from "../../api.js";
import { DimensionKey } from "../../model/dimension.js";
import { Level } from "../../model/level.js";
import { Region } from "../../model/region.js";
import { TierKey } from "../../model/tier.js";
import { statement } from "../../neo4j/statement.js";
import { json, list, nullable, record, text, whole } from "../../neo4j/type.js";
import { scopeOf } from "../answer.js";
import { checkAreas } from "../areas/areas.js";
import { AfterArguments, checkFirst, connectionOf, fromCursor, type Page, toPage } from "../connection.js";
import type { Context } from "../context.js";

/** A year for each level; null if no edition has such facts. */
const editionByLevel = record({ PROVINCE: nullable(whole), CITY: nullable(whole) });

const filter = {
  level: nullable(text),
  areas: nullable(list(text)),
  leads: nullable(text),
  tier: nullable(text),
  leadsEdition: editionByLevel,
  tierEdition: editionByLevel,
};

export const regions = statement(
  "question/regions/regions",
  { ...filter, first: whole, after: json },
  { code: text, name: text, level: text, order: whole },
);

export const regionsCount = statement("question/regions/regions.count", filter, { total: whole });

@ArgsType()
export class RegionsArguments extends AfterArguments {
  @Field(() => Level, { nullable: true, description: "Only regions of this level. Optional. Example: CITY." })
  readonly level?: Level | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Only regions in at least one of these areas, by key or name. Optional. Example: ["EAST"].',
  })
  readonly areas?: string[] | null;

  @Field(() => DimensionKey, {
    nullable: true,
    description: "Only regions that lead in this dimension. Optional. Example: MATURITY.",
  })
  readonly leads?: DimensionKey | null;

  @Field(() => TierKey, {
    nullable: true,
    description:
      "Only regions that are known to be in this tier, stated or inferred. Optional. Example: VERY_HIGH.",
  })
  readonly tier?: TierKey | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Year of the edition for `leads` and `tier`. Optional, default: for each, the latest edition with complete lists or with counts. Example: 2022.",
  })
  readonly edition?: number | null;

  @Field(() => Int, { defaultValue: 100, description: "Maximum size of the page, from 1 to 100." })
  readonly first!: number;
}

export const RegionConnection = connectionOf(Region, "Region");

/** The sort key of a region: its level and its administrative order within the level. */
const isSortKey = (key: unknown): key is readonly [Level, number] =>
  Array.isArray(key) &&
  key.length === 2 &&
  Object.values(Level).includes(key[0]) &&
  Number.isSafeInteger(key[1]) &&
  key[1] > 0;

@Resolver()
export class RegionsQuestion {
  @Extensions({ statements: 2 })
  @Query(() => RegionConnection, {
    nullable: true,
    description:
      'The regions that meet all conditions: provincial-level units first, then in administrative order. 地区列表。 Example: regions(areas: ["EAST"], leads: MATURITY).',
  })
  async regions(
    @Args(() => RegionsArguments) args: RegionsArguments,
    @Ctx() context: Context,
  ): Promise<Page<Region>> {
    const { level = null, leads = null, tier = null, edition = null, first, after = null } = args;
    const snapshot = await context.snapshot();
    checkFirst(first);
    const yearOf = (kind: "LEADS" | "COUNTS") => ({
      PROVINCE: scopeOf(snapshot, kind, Level.PROVINCE, edition).year,
      CITY: scopeOf(snapshot, kind, Level.CITY, edition).year,
    });
    const conditions = {
      level,
      areas: checkAreas(snapshot, args.areas ?? null),
      leads,
      tier,
      leadsEdition: yearOf("LEADS"),
      tierEdition: yearOf("COUNTS"),
    };
    const page = { ...conditions, first: first + 1, after: fromCursor(after, isSortKey) };
    const rows = await context.request.ask(regions, page);
    return toPage(rows, first, after, {
      node: ({ code }) => snapshot.region(code),
      sortKey: (row) => [row.level, row.order],
      total: async () => (await context.request.ask(regionsCount, conditions))[0]?.total ?? 0,
    });
  }
}
