import { Args, ArgsType, Ctx, Extensions, Field, ObjectType, Query, Resolver } from "../../api.js";
import type { Edition } from "../../model/edition.js";
import { Gap } from "../../model/gap.js";
import { Level } from "../../model/level.js";
import type { Region } from "../../model/region.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, EditionAnswer, scopeOf } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { leadsColumn, toLeaderships } from "../leaders/leadership.js";
import { rankingColumns, toRanking } from "../scores/ranking.js";
import type { Snapshot } from "../snapshot.js";
import { toRises } from "../tiers/rise.js";
import { RegionBy, requireRegion } from "./regionBy.js";
import { ComparedRegion } from "./regionComparison.js";
import { describeRegion } from "./regionName.js";

/** Minimum and maximum number of regions in a comparison. */
const minRegions = 2;
const maxRegions = 10;

export const compareRegions = statement(
  "question/regions/compareRegions",
  { regions: list(text), edition: nullable(whole) },
  {
    code: text,
    name: text,
    level: oneOf(...Object.values(Level)),
    assessed: flag,
    dimensions: nullable(list(text)),
    listed: flag,
    complete: flag,
    leads: leadsColumn,
    ...rankingColumns,
    roseFrom: nullable(text),
    roseTo: nullable(text),
    riseFacts: list(text),
    periods: list(text),
    keptFacts: list(text),
  },
);

@ArgsType()
export class CompareRegionsArguments extends EditionArguments {
  @Field(() => [RegionBy], {
    description:
      'The regions to compare: 2 to 10 different regions of either level, in any order. Example: [{ name: "广州" }, { name: "深圳" }].',
  })
  readonly regions!: RegionBy[];
}

@ObjectType({
  description: "A comparison of regions in an edition. 地区比较结果。",
})
export class RegionComparison extends EditionAnswer {
  @Field(() => [Level], {
    description:
      "Levels of the regions. Leads and ranks are always those within a region's own level; ranks of different levels are not compared. Example: [PROVINCE, CITY].",
  })
  readonly levels!: readonly Level[];

  @Field(() => [ComparedRegion], {
    complexity: ({ childComplexity }) => 1 + maxRegions * childComplexity,
    description:
      "The regions: provincial-level units first, then in administrative order, whatever the order of the argument. The order is not a rank.",
  })
  readonly regions!: readonly ComparedRegion[];

  /** Codes of the regions in the same order, and the year of the edition. */
  readonly codes!: readonly string[];
  readonly year!: number;
}

@Resolver()
export class CompareRegionsQuestion {
  @Extensions({ statements: 3 })
  @Query(() => RegionComparison, {
    nullable: true,
    description:
      'How do 2 to 10 regions compare in leads, rank, score and tier, and how much do their leads overlap? 地区比较。 Example: compareRegions(regions: [{ name: "广州" }, { name: "武汉" }]).',
  })
  async compareRegions(
    @Args(() => CompareRegionsArguments) { regions: selectors, edition }: CompareRegionsArguments,
    @Ctx() context: Context,
  ): Promise<RegionComparison> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition ?? null);
    const regions = resolveRegions(snapshot, selectors);
    const codes = regions.map(({ code }) => code);
    const levels = [...new Set(regions.map(({ level }) => level))];
    const level = levels.length === 1 ? (levels[0] as Level) : null;
    const scope = scopeOf(snapshot, "LEADS", level, edition);
    // Without any list there are still ranks, tiers and rises.
    const year = scope.year ?? (snapshot.editions[0] as Edition).year;
    const rows = await context.request.ask(compareRegions, { regions: codes, edition: year });
    return answer(
      context,
      snapshot,
      { ...scope, year },
      {
        levels,
        regions: rows.map((row) => toRegion(snapshot, year, row)),
        codes,
        year,
      },
    );
  }
}

/**
 * Returns the selected regions in the order of answers.
 * @throws GraphQLError BAD_USER_INPUT for too few or too many regions, or for a region that is selected twice
 */
function resolveRegions(snapshot: Snapshot, selectors: readonly RegionBy[]): Region[] {
  if (selectors.length < minRegions || selectors.length > maxRegions) {
    throw inputError(`expected ${minRegions} to ${maxRegions} regions, got ${selectors.length}.`, {
      argument: ["regions"],
    });
  }
  const indexes = new Map<Region, number>();
  for (const [index, by] of selectors.entries()) {
    const region = requireRegion(snapshot, by, ["regions", String(index)]);
    const earlier = indexes.get(region);
    if (earlier !== undefined) {
      throw inputError(
        `expected each region once, got ${describeRegion(region)} again. regions.${earlier} is the same region; remove one of the two.`,
        { argument: ["regions", String(index)] },
      );
    }
    indexes.set(region, index);
  }
  return snapshot.regions.filter((region) => indexes.has(region));
}

function toRegion(snapshot: Snapshot, year: number, row: Row<typeof compareRegions>): ComparedRegion {
  const region = snapshot.region(row.code);
  const notAssessed = row.assessed ? null : Gap.NOT_ASSESSED;
  const isDisputed = row.readings.some(({ rank }) => rank !== null);
  const rankGap = isDisputed ? Gap.DISPUTED : (notAssessed ?? Gap.NOT_STATED);
  const leadsGap = notAssessed ?? (row.listed ? Gap.OPEN_LIST : Gap.NO_LISTS);
  const leads = toLeaderships(snapshot, region, year, row.leads);
  return {
    ...toRanking(region, row),
    rankGap: row.rank === null ? rankGap : null,
    count: row.complete ? leads.length : null,
    leads: row.dimensions === null ? null : leads,
    leadsGap: row.dimensions === null ? leadsGap : null,
    keepsLeading: row.periods.length > 0 ? { period: row.periods.join(" / "), facts: row.keptFacts } : null,
    rises: toRises(snapshot, row),
    edition: snapshot.edition(year),
  };
}
