import { Ctx, FieldResolver, Resolver, Root } from "../api.js";
import { statement } from "../graph/statement.js";
import { decimal, list, nullable, oneOf, text, whole } from "../graph/type.js";
import { Basis } from "../model/basis.js";
import { ChangeKind } from "../model/changeKind.js";
import { FigureChange, FigureValue, LevelFigure } from "../model/figureChange.js";
import { Gap } from "../model/gap.js";
import { TierKey } from "../model/tier.js";
import { EditionComparison } from "./compareEditions.js";
import type { Context } from "./context.js";
import { evidenceOf } from "./evidence.js";

const basis = oneOf(...Object.values(Basis));
const gap = nullable(oneOf(...Object.values(Gap)));

export const compareEditionsFigures = statement(
  "question/compareEditions.figures",
  { level: text, from: whole, to: whole },
  {
    measure: oneOf(...Object.values(LevelFigure)),
    tier: nullable(oneOf(...Object.values(TierKey))),
    kind: oneOf(...Object.values(ChangeKind)),
    difference: nullable(decimal),
    fromValue: nullable(decimal),
    fromBasis: basis,
    fromGap: gap,
    fromReadings: list(decimal),
    fromFacts: list(text),
    toValue: nullable(decimal),
    toBasis: basis,
    toGap: gap,
    toReadings: list(decimal),
    toFacts: list(text),
  },
);

@Resolver(() => EditionComparison)
export class CompareEditionsFiguresQuestion {
  @FieldResolver(() => [FigureChange], {
    complexity: ({ childComplexity }) => 1 + 10 * childComplexity,
    description:
      "How the figures of the level as a whole changed, those that are known of either edition: counts by tier from the highest, then the means. 整体数据。",
  })
  async figures(
    @Root() { level, from, to }: EditionComparison,
    @Ctx() context: Context,
  ): Promise<FigureChange[]> {
    const [snapshot, rows] = await Promise.all([
      context.snapshot(),
      context.request.ask(compareEditionsFigures, { level, from: from.year, to: to.year }),
    ]);
    return rows.map((row) => ({
      measure: row.measure,
      tier: row.tier === null ? null : snapshot.tier(row.tier),
      kind: row.kind,
      difference: row.difference,
      from: {
        value: row.fromValue,
        basis: row.fromBasis,
        gap: row.fromGap,
        readings: row.fromReadings,
        facts: row.fromFacts,
      },
      to: {
        value: row.toValue,
        basis: row.toBasis,
        gap: row.toGap,
        readings: row.toReadings,
        facts: row.toFacts,
      },
    }));
  }
}

export const FigureValueEvidence = evidenceOf(FigureValue, "this figure, or the counts it follows from");
