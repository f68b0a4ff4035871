import { Args, ArgsType, Ctx, Extensions, Field, Int, ObjectType, Query, Resolver } from "../../api.js";
import { DimensionKey } from "../../model/dimension.js";
import { Edition } from "../../model/edition.js";
import { Gap } from "../../model/gap.js";
import { Level } from "../../model/level.js";
import { statement } from "../../neo4j/statement.js";
import { decimal, flag, list, nullable, oneOf, text, whole } from "../../neo4j/type.js";
import { checkEdition } from "../answer.js";
import type { Context } from "../context.js";
import { inputError } from "../inputError.js";
import { ChangeKind } from "./changeKind.js";
import { ComparedMeasure } from "./editionChange.js";

const gap = nullable(oneOf(...Object.values(Gap)));

/** The parameters and columns of both statements that compare region by region. */
const parameters = { level: text, from: whole, to: whole } as const;
const columns = {
  code: text,
  name: text,
  measure: oneOf("RISE", ...Object.values(ComparedMeasure)),
  dimension: nullable(oneOf(...Object.values(DimensionKey))),
  kind: oneOf(...Object.values(ChangeKind)),
  difference: nullable(decimal),
  fromGap: gap,
  fromRank: nullable(whole),
  fromAtMost: nullable(whole),
  fromAtLeast: nullable(whole),
  fromScore: nullable(decimal),
  fromNamed: nullable(flag),
  fromTier: nullable(text),
  fromReadings: list(decimal),
  fromDoubts: list(text),
  fromFacts: list(text),
  toGap: gap,
  toRank: nullable(whole),
  toAtMost: nullable(whole),
  toAtLeast: nullable(whole),
  toScore: nullable(decimal),
  toNamed: nullable(flag),
  toTier: nullable(text),
  toReadings: list(decimal),
  toDoubts: list(text),
  toFacts: list(text),
} as const;

export const compareEditions = statement("question/editions/compareEditions", parameters, columns);
export const compareEditionsDimensions = statement(
  "question/editions/compareEditions.dimensions",
  parameters,
  columns,
);

@ArgsType()
export class CompareEditionsArguments {
  @Field(() => Level, { description: "PROVINCE for the provincial-level units, CITY for the key cities." })
  readonly level!: Level;

  @Field(() => Int, { description: "Year of the earlier edition. Example: 2017." })
  readonly from!: number;

  @Field(() => Int, { description: "Year of the later edition. Example: 2018." })
  readonly to!: number;

  @Field(() => [ComparedMeasure], {
    nullable: true,
    description: "Only these measures in `changes` and `summary`. Optional. Example: [TOP_TEN].",
  })
  readonly measures?: ComparedMeasure[] | null;

  @Field(() => [ChangeKind], {
    nullable: true,
    description:
      "Only changes of these kinds in `changes`; `summary` counts all kinds. Optional. Example: [ENTERED, LEFT].",
  })
  readonly kinds?: ChangeKind[] | null;
}

@ObjectType({
  description: "The changes from one edition to a later one. 年度比较结果。",
})
export class EditionComparison {
  @Field(() => Level, { description: "The level that is compared." })
  readonly level!: Level;

  @Field(() => Edition, { description: "The earlier edition." })
  readonly from!: Edition;

  @Field(() => Edition, { description: "The later edition." })
  readonly to!: Edition;

  readonly measures!: readonly ComparedMeasure[];
  readonly kinds!: readonly ChangeKind[];
}

@Resolver()
export class CompareEditionsQuestion {
  @Extensions({ statements: 6 })
  @Query(() => EditionComparison, {
    nullable: true,
    description:
      "What changed from one edition to a later one? Regions that rose, fell, stayed, entered a list or left it, and changes that are not stated or not comparable. 年度比较。 Example: compareEditions(level: PROVINCE, from: 2017, to: 2018).",
  })
  async compareEditions(
    @Args(() => CompareEditionsArguments)
    { level, from, to, measures, kinds }: CompareEditionsArguments,
    @Ctx() context: Context,
  ): Promise<EditionComparison> {
    const snapshot = await context.snapshot();
    checkEdition(snapshot, from, "from");
    checkEdition(snapshot, to, "to");
    if (from >= to) {
      const allowed = snapshot.editions.map(({ year }) => year).sort();
      throw inputError(
        `expected an edition after from (${from}), got ${to}. Loaded editions: ${allowed.join(", ")}.`,
        { argument: ["to"], allowed: allowed.filter((year) => year > from) },
      );
    }
    return {
      level,
      from: snapshot.edition(from),
      to: snapshot.edition(to),
      measures: selected("measures", measures, ComparedMeasure),
      kinds: selected("kinds", kinds, ChangeKind),
    };
  }
}

/** Returns the values of an optional list argument; all values if it is omitted. @throws GraphQLError BAD_USER_INPUT for an empty list */
function selected<T extends string>(
  argument: string,
  values: readonly T[] | null | undefined,
  all: Readonly<Record<T, T>>,
): readonly T[] {
  if (values?.length === 0) {
    throw inputError("expected at least one value, got an empty list. Omit the argument for all values.", {
      argument: [argument],
      allowed: Object.values(all),
    });
  }
  return values ?? Object.values<T>(all);
}
