import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from "../../api.js";
import { Area } from "../../model/area.js";
import { Dimension, DimensionKey } from "../../model/dimension.js";
import { FactKind } from "../../model/fact.js";
import { Proven } from "../../model/proven.js";
import { Region } from "../../model/region.js";
import { type Row, statement } from "../../neo4j/statement.js";
import { decimal, list, nullable, oneOf, text, type Values, whole } from "../../neo4j/type.js";
import type { Context } from "../context.js";
import type { Snapshot } from "../snapshot.js";
import { AreaFigure, figureColumns, toFigure } from "./areaFigure.js";
import { AreaSummary } from "./areaSummary.js";
import { weigh } from "./claimVerdict.js";
import { ClaimVerdict } from "./verdict.js";

export const areaSummaryClaims = statement(
  "question/areas/areaSummary.claims",
  { level: text, edition: nullable(whole) },
  {
    edition: whole,
    claim: text,
    text,
    role: text,
    areas: list(text),
    measure: nullable(oneOf(FactKind.LEADS, FactKind.ROSE)),
    dimension: nullable(oneOf(...Object.values(DimensionKey))),
    ...figureColumns,
    count: nullable(whole),
    of: nullable(whole),
    share: nullable(decimal),
    expectedCount: nullable(decimal),
    expectedShare: nullable(decimal),
    others: list(text),
  },
);

type ClaimRow = Row<typeof areaSummaryClaims>;
type FigureRow = ClaimRow & Values<typeof figureColumns> & { readonly measure: FactKind };

/** Whether a row has a figure; without one its columns are all null together. */
const hasFigure = (row: ClaimRow): row is FigureRow => row.measure !== null;

@ObjectType({ description: "Areas and the part they play in a claim. 论断中的区域。" })
export class ClaimedAreas {
  @Field(() => String, { description: "The part they play. Example: stronger, weaker, progressed." })
  readonly role!: string;

  @Field(() => [Area], { description: "The areas, in their order, which is no rank." })
  readonly areas!: readonly Area[];
}

@ObjectType({
  description:
    "A figure that bears on a claim: how many of the leaders of a dimension, or of the regions that rose, lie in areas that play one part in it, taken together. 与论断相关的数字。",
})
export class ClaimFigure extends AreaFigure {
  @Field(() => String, { description: "The part that the areas play in the claim. Example: weaker." })
  readonly role!: string;

  @Field(() => [Area], { description: "The areas with this part, taken together." })
  readonly areas!: readonly Area[];

  @Field(() => FactKind, { description: "What is counted: regions that lead (LEADS) or rose (ROSE)." })
  readonly measure!: FactKind;

  @Field(() => Dimension, {
    nullable: true,
    description: "The dimension whose leaders are counted; null where it is about rises.",
  })
  readonly dimension!: Dimension | null;

  @Field(() => [Region], { description: "Those counted in `of` that lie elsewhere." })
  readonly others!: readonly Region[];
}

@ObjectType({
  description: "What the text claims about areas, beside the figures that bear on it. 报告对区域的论断。",
})
export class AreaClaim extends Proven {
  @Field(() => String, { description: "Key of the fact. Example: 2022/claim/south-north." })
  readonly key!: string;

  @Field(() => String, {
    description: "The claim in our own words, with how we read it in brackets. It is STATED, not proven.",
  })
  readonly text!: string;

  @Field(() => [ClaimedAreas], { description: "The areas it is about, by the part they play." })
  readonly about!: readonly ClaimedAreas[];

  @Field(() => [ClaimFigure], {
    description: "The figures that bear on it, by part and dimension; empty where none does.",
  })
  readonly figures!: readonly ClaimFigure[];

  @Field(() => ClaimVerdict, { description: "Which way these figures point." })
  readonly verdict!: ClaimVerdict;

  @Field(() => String, {
    description:
      "What the figures say of it. Example: 7 of the 11 regions named as risen lie in 中部 and 西部.",
  })
  readonly says!: string;

  @Field(() => String, { description: "What the figures cannot say of it, and so stays open." })
  readonly leavesOpen!: string;
}

@Resolver(() => AreaSummary)
export class AreaClaimsQuestion {
  @FieldResolver(() => [AreaClaim], {
    description:
      "What the text claims about areas, by key. They hold for both levels unless the text says otherwise; a claim that names no area is not here. 论断。",
  })
  async claims(@Root() { level, year }: AreaSummary, @Ctx() context: Context): Promise<AreaClaim[]> {
    if (year === null) return [];
    const snapshot = await context.snapshot();
    const rows = await context.request.ask(areaSummaryClaims, { level, edition: year });
    const keys = [...new Set(rows.map(({ claim }) => claim))];
    return keys.map((key) =>
      toClaim(
        snapshot,
        key,
        rows.filter(({ claim }) => claim === key),
      ),
    );
  }
}

/** The rows of one claim, at least one, as the claim. */
function toClaim(snapshot: Snapshot, key: string, rows: readonly ClaimRow[]): AreaClaim {
  const areasOf = (keys: readonly string[]) => keys.map((one) => snapshot.area(one));
  const parts = new Map(rows.map(({ role, areas }) => [role, areasOf(areas)]));
  const figures = rows.filter(hasFigure).map(
    (row): ClaimFigure => ({
      ...toFigure(snapshot, row),
      role: row.role,
      areas: areasOf(row.areas),
      measure: row.measure,
      dimension: row.dimension === null ? null : snapshot.dimension(row.dimension),
      others: row.others.map((code) => snapshot.region(code)),
    }),
  );
  return {
    key,
    text: rows[0]?.text ?? "",
    about: [...parts].map(([role, areas]) => ({ role, areas })),
    figures,
    ...weigh([...parts.keys()], figures),
    facts: [key],
  };
}
