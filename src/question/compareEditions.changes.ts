import { Ctx, FieldResolver, Resolver, Root } from "../api.js";
import type { Row } from "../graph/statement.js";
import { Basis } from "../model/basis.js";
import { ChangeKind, ComparedMeasure, ComparedValue, EditionChange } from "../model/editionChange.js";
import { Gap } from "../model/gap.js";
import type { RegionTier } from "../model/regionTier.js";
import { compareEditions, compareEditionsDimensions, EditionComparison } from "./compareEditions.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";
import { askTier } from "./region.tier.js";
import type { Snapshot } from "./snapshot.js";
import { toDoubt } from "./standing.js";

type ChangeRow = Row<typeof compareEditions>;

const inDimensions: readonly ComparedMeasure[] = [ComparedMeasure.LEADS, ComparedMeasure.DIMENSION_RANK];
const order = Object.values(ComparedMeasure);

@Resolver(() => EditionComparison)
export class CompareEditionsChangesQuestion {
  @FieldResolver(() => [EditionChange], {
    complexity: ({ childComplexity }) => 1 + 448 * childComplexity,
    description:
      "One a region, measure and dimension: regions in administrative order, measures in the order of their list, dimensions in the report's. 各地区的变化。",
  })
  async changes(@Root() comparison: EditionComparison, @Ctx() context: Context): Promise<EditionChange[]> {
    const changes = await askChanges(context, comparison);
    return changes.filter(({ kind }) => comparison.kinds.includes(kind));
  }
}

/** The changes of all kinds in the measures that are compared. @throws GraphError */
export async function askChanges(context: Context, comparison: EditionComparison): Promise<EditionChange[]> {
  const { level, from, to, measures } = comparison;
  const values = { level, from: from.year, to: to.year };
  const wants = (some: readonly ComparedMeasure[]) => some.some((one) => measures.includes(one));
  const [snapshot, overall, dimensions] = await Promise.all([
    context.snapshot(),
    wants(order.filter((one) => !inDimensions.includes(one)))
      ? context.request.ask(compareEditions, values)
      : [],
    wants(inDimensions) ? context.request.ask(compareEditionsDimensions, values) : [],
  ]);
  const changes = await Promise.all(
    [...overall, ...dimensions].map(async (row) => {
      if (row.measure !== "RISE") return toChange(snapshot, row, row.measure);
      return measures.includes(ComparedMeasure.TIER)
        ? toTierChange(context, snapshot, comparison, row)
        : null;
    }),
  );
  // Statements give regions and dimensions in order; sorting by region and measure keeps that of the dimensions.
  return changes
    .filter((change) => change !== null)
    .filter(({ measure }) => measures.includes(measure))
    .sort((a, b) => a.region.order - b.region.order || order.indexOf(a.measure) - order.indexOf(b.measure));
}

function toChange(snapshot: Snapshot, row: ChangeRow, measure: ComparedMeasure): EditionChange {
  return {
    region: snapshot.region(row.code),
    measure,
    dimension: row.dimension === null ? null : snapshot.dimension(row.dimension),
    kind: row.kind,
    difference: row.difference,
    from: toValue({
      gap: row.fromGap,
      rank: row.fromRank,
      atMost: row.fromAtMost,
      score: row.fromScore,
      named: row.fromNamed,
      readings: row.fromReadings,
      doubts: row.fromDoubts,
      facts: row.fromFacts,
    }),
    to: toValue({
      gap: row.toGap,
      rank: row.toRank,
      atMost: row.toAtMost,
      score: row.toScore,
      named: row.toNamed,
      readings: row.toReadings,
      doubts: row.toDoubts,
      facts: row.toFacts,
    }),
    facts: [...row.fromFacts, ...row.toFacts],
  };
}

function toValue({
  doubts,
  ...value
}: Pick<ComparedValue, "gap" | "rank" | "atMost" | "score" | "named" | "readings" | "facts"> & {
  readonly doubts: readonly string[];
}): ComparedValue {
  // A complete list that does not name the region tells of it without naming it.
  const absent = value.named === false && value.rank === null;
  const known = value.gap === null || value.gap === Gap.AT_MOST;
  return {
    ...value,
    basis: known ? (absent ? Basis.INFERRED : Basis.STATED) : Basis.UNKNOWN,
    tier: null,
    possible: [],
    doubt: toDoubt(doubts),
  };
}

/** What both editions tell of a region's tier, and where that is not enough, what the printed rises tell. */
async function toTierChange(
  context: Context,
  snapshot: Snapshot,
  comparison: EditionComparison,
  row: ChangeRow,
): Promise<EditionChange> {
  const [from, to] = (await Promise.all(
    [comparison.from, comparison.to].map(({ year }) => askTier(context, row.code, year)),
  )) as [RegionTier, RegionTier];
  const unassessed = (gap: Gap | null) => (gap === Gap.NOT_ASSESSED ? gap : null);
  const printed = row.kind === ChangeKind.NOT_COMPARABLE || row.kind === ChangeKind.ROSE;
  const kind = printed ? row.kind : (tierKind(from, to) ?? notRisen(snapshot, row.kind, to));
  return {
    region: snapshot.region(row.code),
    measure: ComparedMeasure.TIER,
    dimension: null,
    kind,
    difference: null,
    from: toTierValue(from, unassessed(row.fromGap)),
    to: toTierValue(to, unassessed(row.toGap)),
    facts: [...new Set([...from.facts, ...to.facts, ...row.toFacts])],
  };
}

function toTierValue({ basis, tier, possible, facts }: RegionTier, unassessed: Gap | null): ComparedValue {
  return {
    ...toValue({
      gap: unassessed ?? (tier === null ? Gap.NOT_STATED : null),
      rank: null,
      atMost: null,
      score: null,
      named: null,
      readings: [],
      doubts: [],
      facts,
    }),
    basis,
    tier,
    possible,
  };
}

/** What the tiers that are possible in both editions tell; null where they leave it open. The highest has order 1. */
function tierKind(from: RegionTier, to: RegionTier): ChangeKind | null {
  const [before, after] = [from, to].map(({ possible }) => possible.map((tier) => tier.order)) as [
    number[],
    number[],
  ];
  if (before.length === 0 || after.length === 0) return null;
  if (Math.max(...after) < Math.min(...before)) return ChangeKind.ROSE;
  if (Math.min(...after) > Math.max(...before)) return ChangeKind.FELL;
  return from.tier !== null && from.tier === to.tier ? ChangeKind.STAYED : null;
}

/** Who did not rise and stands in the highest tier cannot have fallen either. */
function notRisen(snapshot: Snapshot, printed: ChangeKind, { tier }: RegionTier): ChangeKind {
  const highest = tier !== null && tier === snapshot.tiers[0];
  return printed === ChangeKind.STAYED_OR_FELL && highest ? ChangeKind.STAYED : printed;
}

export const ComparedValueEvidence = evidenceOf(ComparedValue, "what is known of it in this edition");
export const EditionChangeEvidence = evidenceOf(EditionChange, "what this change follows from");
