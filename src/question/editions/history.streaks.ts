import { Arg, Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import type { RegionTier } from "../../model/regionTier.js";
import { type Tier, TierKey } from "../../model/tier.js";
import type { Context } from "../context.js";
import { askTier } from "../tiers/region.tier.js";
import { type HistoryEntry, RegionHistory } from "./regionHistory.js";
import { Streak, StreakEdge, StreakKind } from "./streak.js";

/** Whether a condition holds in one edition: yes, no or, if that is not known, why. */
interface Point {
  readonly entry: HistoryEntry;
  readonly holds: boolean | null;
  readonly disputed: boolean;
  readonly basis: Basis;
  readonly facts: readonly string[];
}

@Resolver(() => RegionHistory)
export class HistoryStreaksQuestion {
  @FieldResolver(() => [Streak], {
    description:
      "The runs of consecutive editions in which the region is first, in the top ten, or in the tier 非常高 (very high). By kind, then the earliest first. A gap neither breaks nor continues a run. 连续记录。",
  })
  async streaks(
    @Root() { region, entries }: RegionHistory,
    @Arg("kind", () => StreakKind, {
      nullable: true,
      description: "Only runs of this kind. Optional.",
    })
    kind: StreakKind | null | undefined,
    @Ctx() context: Context,
  ): Promise<Streak[]> {
    const kinds = kind ? [kind] : Object.values(StreakKind);
    const points = await Promise.all(
      kinds.map((streakKind) => pointsOf[streakKind](entries, context, region.code)),
    );
    return kinds.flatMap((streakKind, index) => streaksOf(streakKind, points[index] ?? []));
  }
}

/** For each kind: whether its condition holds in every entry. */
const pointsOf: Readonly<
  Record<
    StreakKind,
    (entries: readonly HistoryEntry[], context: Context, code: string) => Point[] | Promise<Point[]>
  >
> = {
  FIRST: (entries) => entries.map((entry) => rankPoint(entry, entry.first)),
  TOP_TEN: (entries) => entries.map((entry) => rankPoint(entry, entry.topTen)),
  VERY_HIGH: (entries, context, code) =>
    Promise.all(
      entries.map(async (entry) => tierPoint(entry, await askTier(context, code, entry.edition.year))),
    ),
};

function rankPoint(entry: HistoryEntry, holds: boolean | null): Point {
  return { entry, holds, disputed: entry.ranks.length > 1, basis: Basis.STATED, facts: entry.facts };
}

function tierPoint(entry: HistoryEntry, { tier, basis, possible, facts }: RegionTier): Point {
  const isVeryHigh = ({ key }: Tier) => key === TierKey.VERY_HIGH;
  // An unknown tier can still be known not to be this tier.
  const ruledOut = possible.length > 0 && !possible.some(isVeryHigh);
  const holds = tier === null ? (ruledOut ? false : null) : isVeryHigh(tier);
  return { entry, holds, disputed: false, basis, facts };
}

/** Returns the runs of editions in which the condition holds. @param points one per loaded edition, the earliest first */
function streaksOf(kind: StreakKind, points: readonly Point[]): Streak[] {
  const runs: [Point, ...Point[]][] = [];
  for (const [index, point] of points.entries()) {
    if (point.holds !== true) continue;
    const before = points[index - 1];
    if (before?.holds === true && isNext(before, point)) runs.at(-1)?.push(point);
    else runs.push([point]);
  }
  return runs.map((run): Streak => {
    const last = run.at(-1) as Point;
    return {
      kind,
      from: run[0].entry.edition,
      to: last.entry.edition,
      length: run.length,
      before: edge(run[0], points[points.indexOf(run[0]) - 1]),
      after: edge(last, points[points.indexOf(last) + 1]),
      basis: run.every(({ basis }) => basis === Basis.STATED) ? Basis.STATED : Basis.INFERRED,
      facts: run.flatMap(({ facts }) => facts),
    };
  });
}

/** Returns what is next to an end of a run; `beyond` is the next loaded edition on that side. */
function edge(end: Point, beyond: Point | undefined): StreakEdge {
  if (beyond === undefined) return StreakEdge.NONE;
  if (!isNext(end, beyond) && !isNext(beyond, end)) return StreakEdge.NOT_LOADED;
  if (beyond.holds === false) return StreakEdge.FACT;
  if (beyond.disputed) return StreakEdge.DISPUTED;
  return beyond.entry.assessed ? StreakEdge.NOT_STATED : StreakEdge.NOT_ASSESSED;
}

const isNext = (point: Point, next: Point) => next.entry.edition.year === point.entry.edition.year + 1;
