import { Ctx, FieldResolver, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Gap } from "../../model/gap.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { tierDistribution } from "../tiers/tierDistribution.js";
import { ChangeKind } from "./changeKind.js";
import { EditionComparison } from "./compareEditions.js";
import { FigureChange, type FigureValue, LevelFigure } from "./figureChange.js";

const gap = nullable(oneOf(...Object.values(Gap)));

export const compareEditionsFigures = statement(
  "question/editions/compareEditions.figures",
  { level: text, from: whole, to: whole },
  {
    measure: oneOf(LevelFigure.MEAN, LevelFigure.ABOVE_MEAN),
    kind: oneOf(...Object.values(ChangeKind)),
    difference: nullable(decimal),
    fromValue: nullable(decimal),
    fromGap: gap,
    fromReadings: list(decimal),
    fromFacts: list(text),
    toValue: nullable(decimal),
    toGap: gap,
    toReadings: list(decimal),
    toFacts: list(text),
  },
);

type MeanRow = Row<typeof compareEditionsFigures>;
type DistributionRow = Row<typeof tierDistribution>;

@Resolver(() => EditionComparison)
export class CompareEditionsFiguresQuestion {
  @FieldResolver(() => [FigureChange], {
    complexity: ({ childComplexity }) => 1 + 10 * childComplexity,
    description:
      "Changes of the figures for the whole level, where at least one edition has the figure: counts by tier from the highest, then the means. 整体数据。",
  })
  async figures(
    @Root() { level, from, to }: EditionComparison,
    @Ctx() context: Context,
  ): Promise<FigureChange[]> {
    const { request } = context;
    const [snapshot, means, before, after] = await Promise.all([
      context.snapshot(),
      request.ask(compareEditionsFigures, { level, from: from.year, to: to.year }),
      request.ask(tierDistribution, { level, edition: from.year }),
      request.ask(tierDistribution, { level, edition: to.year }),
    ]);
    const [first] = means;
    const figures = [
      ...tierFigures(snapshot, [before, after], [first?.fromGap ?? null, first?.toGap ?? null]),
      ...means.map(meanFigure),
    ];
    return figures.filter((figure) =>
      [figure.from, figure.to].some(({ value, gap }) => value !== null || gap === Gap.DISPUTED),
    );
  }
}

function meanFigure(row: MeanRow): FigureChange {
  const basis = (value: number | null) => (value === null ? Basis.UNKNOWN : Basis.STATED);
  return {
    measure: row.measure,
    tier: null,
    kind: row.kind,
    difference: row.difference,
    from: {
      value: row.fromValue,
      basis: basis(row.fromValue),
      gap: row.fromGap,
      readings: row.fromReadings,
      facts: row.fromFacts,
    },
    to: {
      value: row.toValue,
      basis: basis(row.toValue),
      gap: row.toGap,
      readings: row.toReadings,
      facts: row.toFacts,
    },
  };
}

/** Returns the changes of the tier counts, as tierDistribution returns the counts of both editions. */
function tierFigures(
  snapshot: Snapshot,
  distributions: readonly [readonly DistributionRow[], readonly DistributionRow[]],
  gaps: readonly [Gap | null, Gap | null],
): FigureChange[] {
  return snapshot.tiers.flatMap((tier) =>
    [LevelFigure.TIER_COUNT, LevelFigure.TIER_COUNT_FROM].map((measure): FigureChange => {
      const [from, to] = distributions.map((rows, side) => {
        const row = rows.find((distribution) => distribution.tier === tier.key);
        return countValue(row, measure, gaps[side] === Gap.NOT_ASSESSED);
      }) as [FigureValue, FigureValue];
      const difference = from.value === null || to.value === null ? null : to.value - from.value;
      return { measure, tier, kind: kindOf(from, to, difference), difference, from, to };
    }),
  );
}

function countValue(
  row: DistributionRow | undefined,
  measure: LevelFigure,
  unassessed: boolean,
): FigureValue {
  const cumulated = measure === LevelFigure.TIER_COUNT_FROM;
  const value = (cumulated ? row?.cumulated : row?.count) ?? null;
  const basis = (cumulated ? row?.cumulatedBasis : row?.basis) ?? Basis.UNKNOWN;
  const facts = (cumulated ? row?.cumulatedFacts : row?.facts) ?? [];
  // If there are facts but no single figure, sources disagree.
  const reason = unassessed ? Gap.NOT_ASSESSED : facts.length > 0 ? Gap.DISPUTED : Gap.NOT_STATED;
  return {
    value,
    basis,
    gap: value === null ? reason : null,
    readings: basis === Basis.STATED && value !== null ? [value] : [],
    facts,
  };
}

function kindOf(from: FigureValue, to: FigureValue, difference: number | null): ChangeKind {
  if (from.gap === Gap.NOT_ASSESSED || to.gap === Gap.NOT_ASSESSED) return ChangeKind.NOT_COMPARABLE;
  if (difference === null) return ChangeKind.NOT_STATED;
  return difference > 0 ? ChangeKind.ROSE : difference < 0 ? ChangeKind.FELL : ChangeKind.STAYED;
}
