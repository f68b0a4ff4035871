import { Arg, Ctx, Extensions, Query, Resolver } from "../../api.js";
import { Basis } from "../../model/basis.js";
import type { Edition } from "../../model/edition.js";
import { Gap } from "../../model/gap.js";
import type { Region } from "../../model/region.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { decimal, flag, list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { RegionBy, requireRegion } from "../regions/regionBy.js";
import { distinct, rankingColumns, toRanking } from "../scores/ranking.js";
import type { Snapshot } from "../snapshot.js";
import { toRises } from "../tiers/rise.js";
import { extremes, historyDimensions, toDimensionHistories, toLeads, toRanks } from "./history.dimensions.js";
import type { LeadsCount } from "./leadsCount.js";
import { type HistoryEntry, RegionHistory, type StandingChange } from "./regionHistory.js";

export const history = statement(
  "question/editions/history",
  { of: text },
  {
    edition: whole,
    assessed: flag,
    told: flag,
    ...rankingColumns,
    rankAtLeast: nullable(whole),
    first: nullable(flag),
    topTen: nullable(flag),
    since: nullable(whole),
    up: nullable(whole),
    gained: nullable(decimal),
    leadCount: nullable(whole),
    leadCounts: list(whole),
    leadStated: flag,
    leadFacts: list(text),
    leadsMore: nullable(whole),
    periods: list(text),
    keptFacts: list(text),
    roseFrom: nullable(text),
    roseTo: nullable(text),
    riseFacts: list(text),
  },
);

export type HistoryRow = Row<typeof history>;
@Resolver()
export class HistoryQuestion {
  @Extensions({ statements: 2 })
  @Query(() => RegionHistory, {
    nullable: true,
    description:
      'What are the results of one region in all editions: ranks, scores, tiers, leaderships, and what is not known? 某地区的历年轨迹。 Example: history(of: { name: "广东" }).',
  })
  async history(
    @Arg("of", () => RegionBy, { description: 'The region. Example: { name: "深圳" }.' }) by: RegionBy,
    @Ctx() context: Context,
  ): Promise<RegionHistory> {
    const snapshot = await context.snapshot();
    const region = requireRegion(snapshot, by, ["of"]);
    const [rows, dimensionRows] = await Promise.all([
      context.request.ask(history, { of: region.code }),
      context.request.ask(historyDimensions, { of: region.code }),
    ]);
    const stated = rows.filter(({ told }) => told).length;
    return {
      region,
      entries: rows.map((row) => toEntry(snapshot, region, row, dimensionRows)),
      missingYears: missingYears(rows.map(({ edition }) => edition)),
      dimensions: toDimensionHistories(snapshot, dimensionRows),
      coverage: {
        stated,
        total: rows.length,
        unit: "EDITIONS",
        closed: stated === rows.length,
        note: "If an edition assesses the region's level but states nothing about the region, the region still has a rank, a score and a tier there.",
      },
    };
  }
}

/** Converts the rows of one edition to an entry, with the reasons for its gaps. */
function toEntry(
  snapshot: Snapshot,
  region: Region,
  row: HistoryRow,
  dimensionRows: readonly Row<typeof historyDimensions>[],
): HistoryEntry {
  const { assessed, told, since, periods } = row;
  const edition = snapshot.edition(row.edition);
  const editionRows = dimensionRows.filter(({ edition }) => edition === row.edition);
  const leads = editionRows.some(({ leads }) => leads !== null)
    ? toLeads(snapshot, region, editionRows)
    : null;
  const noLeads = editionRows.some(({ listed }) => listed) ? Gap.OPEN_LIST : Gap.NO_LISTS;
  const notAssessed = assessed ? null : Gap.NOT_ASSESSED;
  const gap = (value: number | null, name: "rank" | "value"): Gap | null =>
    value !== null
      ? null
      : distinct(row.readings, name).length > 0
        ? Gap.DISPUTED
        : (notAssessed ?? Gap.NOT_STATED);
  const rankGap = gap(row.rank, "rank");
  const dimensions = (keys: readonly string[] | null) => keys?.map((key) => snapshot.dimension(key)) ?? null;
  return {
    ...toRanking(region, row),
    edition,
    evaluatedYear: edition.evaluatedYear,
    assessed,
    told,
    rankGap: rankGap === Gap.NOT_STATED && row.rankAtLeast !== null ? Gap.AT_LEAST : rankGap,
    scoreGap: gap(row.score, "value"),
    change: since === null ? null : toChange(snapshot.edition(since), row),
    leads,
    leadsGap: leads !== null ? null : (notAssessed ?? noLeads),
    leadsCount: toLeadsCount(row),
    dimensionRanks: toRanks(snapshot, editionRows),
    strongest: dimensions(extremes(editionRows, Math.min)),
    weakest: dimensions(extremes(editionRows, Math.max)),
    keepsLeading: periods.length > 0 ? { period: periods.join(" / "), facts: row.keptFacts } : null,
    rises: toRises(snapshot, row),
    first: row.first,
    topTen: row.topTen,
  };
}

function toChange(since: Edition, { up, gained, leadsMore }: HistoryRow): StandingChange {
  return { since, ranks: up, points: gained, leads: leadsMore };
}

function toLeadsCount({ leadCount, leadCounts, leadStated, leadFacts }: HistoryRow): LeadsCount | null {
  if (leadCounts.length === 0) return null;
  const basis = leadStated ? Basis.STATED : Basis.INFERRED;
  return { count: leadCount, counts: leadCounts, basis, facts: leadFacts };
}

/** Returns the years between the first and the last of these years that are missing. */
function missingYears(years: readonly number[]): number[] {
  const [first = 0] = years;
  const span = Array.from({ length: (years.at(-1) ?? first) - first }, (_, index) => first + index);
  return span.filter((year) => !years.includes(year));
}
