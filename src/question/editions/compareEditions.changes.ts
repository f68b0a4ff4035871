import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import type { Row } from "../../neo4j/statement.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { compareEditions, compareEditionsDimensions, EditionComparison } from "./compareEditions.js";
import { toTierChange } from "./compareEditions.tier.js";
import { toValue } from "./compareEditions.value.js";
import { ComparedMeasure, EditionChange } from "./editionChange.js";

type ChangeRow = Row<typeof compareEditions>;

const inDimensions: readonly ComparedMeasure[] = [ComparedMeasure.LEADS, ComparedMeasure.DIMENSION_RANK];
const order = Object.values(ComparedMeasure);

@Resolver(() => EditionComparison)
export class CompareEditionsChangesQuestion {
  @FieldResolver(() => [EditionChange], {
    complexity: ({ childComplexity }) => 1 + 448 * childComplexity,
    description:
      "One entry per region, measure and dimension: regions in administrative order, measures in the order of `ComparedMeasure`, dimensions in the report's order. 各地区的变化。",
  })
  async changes(@Root() comparison: EditionComparison, @Ctx() context: Context): Promise<EditionChange[]> {
    const changes = await askChanges(context, comparison);
    return changes.filter(({ kind }) => comparison.kinds.includes(kind));
  }
}

/** Returns the changes of all kinds in the measures that are compared. @throws GraphError */
export async function askChanges(context: Context, comparison: EditionComparison): Promise<EditionChange[]> {
  const { level, from, to, measures } = comparison;
  const values = { level, from: from.year, to: to.year };
  const isCompared = (group: readonly ComparedMeasure[]) =>
    group.some((measure) => measures.includes(measure));
  const [snapshot, overall, dimensions] = await Promise.all([
    context.snapshot(),
    isCompared(order.filter((measure) => !inDimensions.includes(measure)))
      ? context.request.ask(compareEditions, values)
      : [],
    isCompared(inDimensions) ? context.request.ask(compareEditionsDimensions, values) : [],
  ]);
  const changes = await Promise.all(
    [...overall, ...dimensions].map(async (row) => {
      if (row.measure !== "RISE") return toChange(snapshot, row, row.measure);
      return measures.includes(ComparedMeasure.TIER)
        ? toTierChange(context, snapshot, comparison, row)
        : null;
    }),
  );
  // The statements return the dimensions in order, and a stable sort by region and measure preserves that order.
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
      rankAtLeast: row.fromAtLeast,
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
      rankAtLeast: row.toAtLeast,
      score: row.toScore,
      named: row.toNamed,
      readings: row.toReadings,
      doubts: row.toDoubts,
      facts: row.toFacts,
    }),
    facts: [...row.fromFacts, ...row.toFacts],
  };
}
