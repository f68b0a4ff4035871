import { Ctx, Field, FieldResolver, Float, Int, ObjectType, Resolver, Root } from "../../api.js";
import { Basis } from "../../model/basis.js";
import { Edition } from "../../model/edition.js";
import { Proven } from "../../model/proven.js";
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
    "The mean of a level and how many regions lie above it, as printed. It is never computed from scores, which are incomplete and have slips. 平均指数与高于平均值的地区数。",
})
export class LevelMean extends Proven {
  @Field(() => Float, {
    nullable: true,
    description:
      "Mean of the overall index in points; null where none is printed or sources disagree. Example: 77.7 (2017).",
  })
  readonly mean!: number | null;

  @Field(() => [Float], { description: "Every mean that a source prints; one, unless sources disagree." })
  readonly means!: readonly number[];

  @Field(() => Int, {
    nullable: true,
    description:
      "How many regions lie above the mean; null where none is printed or sources disagree. Example: 17 (2017).",
  })
  readonly above!: number | null;

  @Field(() => [Int], {
    description: "Every such number that a source prints; one, unless sources disagree.",
  })
  readonly aboveReadings!: readonly number[];

  @Field(() => Float, {
    nullable: true,
    description:
      "These in percent of the level, as printed; null where none is printed or sources disagree. Example: 53.13.",
  })
  readonly share!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "The share exactly as printed; null likewise. Example: 53.13%.",
  })
  readonly sharePrinted!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many more than in the edition before, negative for fewer; null where none is printed or sources disagree. Example: 2.",
  })
  readonly change!: number | null;

  @Field(() => [Int], { description: "Every change that a source prints; one, unless sources disagree." })
  readonly changes!: readonly number[];

  @Field(() => Int, { description: "Year of the edition before, be it loaded or not. Example: 2016." })
  readonly yearBefore!: number;

  @Field(() => Edition, { nullable: true, description: "The edition before; null where it is not loaded." })
  readonly editionBefore!: Edition | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "How many lay above the mean in the edition before: `above` less `change`; null where one of them is. Example: 15 in the 2016 edition.",
  })
  readonly aboveBefore!: number | null;

  @Field(() => Basis, {
    description: "INFERRED: `aboveBefore` follows from what this edition prints. UNKNOWN: it does not.",
  })
  readonly basisBefore!: Basis;
}

@Resolver(() => Scoreboard)
export class ScoreboardMeanQuestion {
  @FieldResolver(() => LevelMean, {
    nullable: true,
    description:
      "The mean of the level and how many regions lie above it; null where no source prints anything of it, and for a dimension. 平均指数。",
  })
  async mean(@Root() board: Scoreboard, @Ctx() context: Context): Promise<LevelMean | null> {
    if (board.dimension !== null) return null;
    const { year } = await board.edition;
    const [snapshot, [row]] = await Promise.all([
      context.snapshot(),
      context.request.ask(scoreboardMean, { level: board.level, edition: year }),
    ]);
    if (row === undefined) return null;
    return {
      ...row,
      editionBefore: (snapshot.find("Edition", row.yearBefore) as Edition | undefined) ?? null,
      basisBefore: row.aboveBefore === null ? Basis.UNKNOWN : Basis.INFERRED,
    };
  }
}
