import { Gap } from "../../model/gap.js";
import type { RegionTier } from "../../model/regionTier.js";
import type { Row } from "../../neo4j/statement.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { askTier } from "../tiers/region.tier.js";
import { ChangeKind } from "./changeKind.js";
import type { compareEditions, EditionComparison } from "./compareEditions.js";
import { toValue } from "./compareEditions.value.js";
import { ComparedMeasure, type ComparedValue, type EditionChange } from "./editionChange.js";

/** Returns the change of a region's tier: from its tiers in both editions or, if they are not enough, from printed rises. */
export async function toTierChange(
  context: Context,
  snapshot: Snapshot,
  comparison: EditionComparison,
  row: Row<typeof compareEditions>,
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
    facts: [
      ...new Set([...from.facts, ...to.facts, ...(row.kind === ChangeKind.NOT_STATED ? [] : row.toFacts)]),
    ],
  };
}

function toTierValue({ basis, tier, possible, facts }: RegionTier, unassessed: Gap | null): ComparedValue {
  return {
    ...toValue({
      gap: unassessed ?? (tier === null ? Gap.NOT_STATED : null),
      rank: null,
      atMost: null,
      rankAtLeast: null,
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

/** Returns the change that follows from the possible tiers in both editions; null if none follows. The highest tier has order 1. */
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

/** A region that did not rise and is in the highest tier cannot have fallen either. */
function notRisen(snapshot: Snapshot, printed: ChangeKind, { tier }: RegionTier): ChangeKind {
  const highest = tier !== null && tier === snapshot.tiers[0];
  return printed === ChangeKind.STAYED_OR_FELL && highest ? ChangeKind.STAYED : printed;
}
