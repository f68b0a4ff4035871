import { Args, ArgsType, Ctx, Field, ObjectType, Query, Resolver } from "../../api.js";
import { Gap } from "../../model/gap.js";
import { Level } from "../../model/level.js";
import type { Region } from "../../model/region.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { answer, checkEdition, EditionAnswer } from "../answer.js";
import { EditionArguments } from "../arguments.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { toLeaderships } from "../leaders/leadership.js";
import { standingColumns, toStanding } from "../scores/standing.js";
import type { Snapshot } from "../snapshot.js";
import { toRises } from "../tiers/rise.js";
import { RegionBy, requireRegion } from "./regionBy.js";
import { ComparedRegion } from "./regionComparison.js";

/** How many regions can be compared at once. */
const fewest = 2;
const most = 10;

export const compareRegions = statement(
  "question/regions/compareRegions",
  { regions: list(text), edition: nullable(whole) },
  {
    edition: whole,
    code: text,
    name: text,
    level: oneOf(...Object.values(Level)),
    assessed: flag,
    dimensions: nullable(list(text)),
    listed: flag,
    complete: flag,
    led: list(text),
    positions: list(whole),
    leadFacts: list(text),
    ...standingColumns,
    risesFrom: list(text),
    risesTo: list(text),
    riseFacts: list(text),
    periods: list(text),
    keptFacts: list(text),
  },
);

@ArgsType()
export class CompareRegionsArguments extends EditionArguments {
  @Field(() => [RegionBy], {
    description:
      'The regions: from 2 to 10, each once, of either level. The order makes no difference. Example: [{ name: "广州" }, { name: "深圳" }].',
  })
  readonly regions!: RegionBy[];
}

@ObjectType({
  description: "Some regions side by side in one edition. 地区比较结果。",
})
export class RegionComparison extends EditionAnswer {
  @Field(() => [Level], {
    description:
      "The levels that the regions are of. Where there are two, leads and ranks are those within the region's own level, and no ranks are compared across them.",
  })
  readonly levels!: readonly Level[];

  @Field(() => [ComparedRegion], {
    complexity: ({ childComplexity }) => 1 + most * childComplexity,
    description:
      "The regions, provincial-level units first, then in administrative order, which is no rank; however they were given.",
  })
  readonly regions!: readonly ComparedRegion[];

  /** Codes of the regions in that order, and the year of the edition. */
  readonly codes!: readonly string[];
  readonly year!: number;
}

@Resolver()
export class CompareRegionsQuestion {
  @Query(() => RegionComparison, {
    nullable: true,
    description:
      'How do some regions compare: what does each lead in, where does it stand, and how far do they overlap? 地区比较。Example: compareRegions(regions: [{ name: "广州" }, { name: "武汉" }]).',
  })
  async compareRegions(
    @Args(() => CompareRegionsArguments) { regions: given, edition = null }: CompareRegionsArguments,
    @Ctx() context: Context,
  ): Promise<RegionComparison> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, edition);
    const regions = chosen(snapshot, given);
    const codes = regions.map(({ code }) => code);
    const levels = [...new Set(regions.map(({ level }) => level))];
    const rows = await context.request.ask(compareRegions, { regions: codes, edition });
    const level = levels.length === 1 ? (levels[0] as Level) : null;
    return answer(context, snapshot, { kind: "LEADS", level, edition }, rows, {
      levels,
      regions: rows.map((row) => toRegion(snapshot, row)),
      codes,
      year: (rows[0] as Row<typeof compareRegions>).edition,
    });
  }
}

/**
 * The regions that are meant, in the order of answers.
 * @throws GraphQLError BAD_USER_INPUT for too few, too many, or one twice, whatever it is called
 */
function chosen(snapshot: Snapshot, given: readonly RegionBy[]): Region[] {
  if (given.length < fewest || given.length > most) {
    throw inputError(`expected from ${fewest} to ${most} regions, got ${given.length}`, {
      argument: ["regions"],
    });
  }
  const places = new Map<Region, number>();
  for (const [index, by] of given.entries()) {
    const region = requireRegion(snapshot, by, ["regions", String(index)]);
    const before = places.get(region);
    if (before !== undefined) {
      throw inputError(
        `${region.name} (${region.code}) is given twice: regions.${before} means the same region; leave one of them out`,
        { argument: ["regions", String(index)] },
      );
    }
    places.set(region, index);
  }
  return snapshot.regions.filter((region) => places.has(region));
}

function toRegion(snapshot: Snapshot, row: Row<typeof compareRegions>): ComparedRegion {
  const { code, led, positions, leadFacts, periods } = row;
  const region = snapshot.region(code);
  const edition = snapshot.edition(row.edition);
  const none = row.assessed ? null : Gap.NOT_ASSESSED;
  const unranked = row.ranks.length > 0 ? Gap.DISPUTED : (none ?? Gap.NOT_STATED);
  const unlisted = none ?? (row.listed ? Gap.OPEN_LIST : Gap.NO_LISTS);
  const leads = toLeaderships(
    edition,
    "dimension",
    led.map((key, index) => ({
      region,
      dimension: snapshot.dimension(key),
      position: positions[index] as number,
      fact: leadFacts[index] as string,
    })),
  );
  return {
    ...toStanding(region, row),
    rankGap: row.rank === null ? unranked : null,
    count: row.complete ? leads.length : null,
    leads: row.dimensions === null ? null : leads,
    leadsGap: row.dimensions === null ? unlisted : null,
    keepsLeading: periods.length > 0 ? { period: periods.join(" / "), facts: row.keptFacts } : null,
    rises: toRises(snapshot, row),
    edition,
  };
}
