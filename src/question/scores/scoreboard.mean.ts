import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";
import { UnknownIfEmpty } from "../../model/unknownIfEmpty.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, text, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import { Scoreboard } from "./scoreboard.js";

export const scoreboardMean = statement(
  "question/scores/scoreboard.mean",
  { level: text, edition: whole },
  {
    mean: nullable(decimal),
    means: list(decimal),
    above: nullable(whole),
    aboveReadings: list(whole),
    share: nullable(decimal),
    sharePrinted: nullable(text),
    change: nullable(whole),
    changes: list(whole),
    yearBefore: whole,
    aboveBefore: nullable(whole),
    facts: list(text),
  },
);

@ObjectType({
  description:
    "The printed mean of a level and the number of regions above it. It is never computed from scores, because these are incomplete and contain misprints. 平均指数与高于平均值的地区数。",
})
export class LevelMean extends Proven {
  @Field(() => Float, {
    nullable: true,
    description:
      "Mean of the overall index (points). Null if none is printed or sources disagree. Example: 77.7 in the 2017 edition.",
  })
  readonly mean!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Float], {
    description: "Every mean that a source prints. More than one only if sources disagree.",
  })
  readonly means!: readonly number[];

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of regions above the mean. Null if none is printed or sources disagree. Example: 17 in the 2017 edition.",
  })
  readonly above!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Int], {
    description:
      "Every number of regions above the mean that a source prints. More than one only if sources disagree.",
  })
  readonly aboveReadings!: readonly number[];

  @Field(() => Float, {
    nullable: true,
    description:
      "Printed share of the regions above the mean (percent of the level). Null if none is printed or sources disagree. Example: 53.13.",
  })
  readonly share!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The share exactly as printed. Null if `share` is null. Example: 53.13%.",
  })
  readonly sharePrinted!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Printed change of the number of regions above the mean since the previous edition, negative for a decrease. Null if none is printed or sources disagree. Example: 2.",
  })
  readonly change!: number | null;

  @UnknownIfEmpty()
  @Field(() => [Int], {
    description: "Every change that a source prints. More than one only if sources disagree.",
  })
  readonly changes!: readonly number[];

  @Field(() => Int, { description: "Year of the previous edition, loaded or not. Example: 2016." })
  readonly yearBefore!: number;

  @Field(() => Edition, { nullable: true, description: "The previous edition. Null if it is not loaded." })
  readonly editionBefore!: Edition | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Number of regions above the mean in the previous edition: `above` minus `change`. Null if `above` or `change` is null. Example: 15 in the 2016 edition.",
  })
  readonly aboveBefore!: number | null;

  @Field(() => Basis, {
    description:
      "Basis of `aboveBefore`. INFERRED: it follows from figures that this edition prints. UNKNOWN: it does not follow.",
  })
  readonly basisBefore!: Basis;
}

@Resolver(() => Scoreboard)
export class ScoreboardMeanQuestion {
  @FieldResolver(() => LevelMean, {
    nullable: true,
    description:
      "The mean of the level and the number of regions above it. Null if no source prints these, or if the answer is about a dimension. 平均指数。",
  })
  async mean(@Root() scoreboard: Scoreboard, @Ctx() context: Context): Promise<LevelMean | null> {
    if (scoreboard.dimension !== null) return null;
    const { year } = scoreboard;
    if (year === null) return null;
    const [snapshot, [row]] = await Promise.all([
      context.snapshot(),
      context.request.ask(scoreboardMean, { level: scoreboard.level, edition: year }),
    ]);
    if (row === undefined) return null;
    return {
      ...row,
      editionBefore: (snapshot.find("Edition", row.yearBefore) as Edition | undefined) ?? null,
      basisBefore: row.aboveBefore === null ? Basis.UNKNOWN : Basis.INFERRED,
    };
  }
}
