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
import { evaluateClaim } from "./claimVerdict.js";
import { ClaimVerdict } from "./verdict.js";

export const areaSummaryClaims = statement(
  "question/areas/areaSummary.claims",
  { level: text, edition: nullable(whole) },
  {
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

/** Whether a row has a figure. In a row without a figure all its columns are null. */
const hasFigure = (row: ClaimRow): row is FigureRow => row.measure !== null;

@ObjectType({ description: "Areas that have the same role in a claim. 论断中的区域。" })
export class ClaimedAreas {
  @Field(() => String, { description: "The role. Example: stronger, weaker, progressed." })
  readonly role!: string;

  @Field(() => [Area], { description: "The areas, in a fixed order (not a ranking)." })
  readonly areas!: readonly Area[];
}

@ObjectType({
  description:
    "A figure about a claim: how many of the leading regions of a dimension, or of the regions that rose, are in the areas with one role, taken together. 与论断相关的数字。",
})
export class ClaimFigure extends AreaFigure {
  @Field(() => String, { description: "The role of the areas in the claim. Example: weaker." })
  readonly role!: string;

  @Field(() => [Area], { description: "The areas with this role, taken together." })
  readonly areas!: readonly Area[];

  @Field(() => FactKind, { description: "What is counted: regions that lead (LEADS) or rose (ROSE)." })
  readonly measure!: FactKind;

  @Field(() => Dimension, {
    nullable: true,
    description: "The dimension whose leading regions are counted. Null if rises are counted.",
  })
  readonly dimension!: Dimension | null;

  @Field(() => [Region], { description: "The regions counted in `of` that are not in these areas." })
  readonly others!: readonly Region[];
}

@ObjectType({
  description: "A claim of the report about areas, with the figures about it. 报告对区域的论断。",
})
export class AreaClaim extends Proven {
  @Field(() => String, { description: "Key of the fact. Example: 2022/claim/south-north." })
  readonly key!: string;

  @Field(() => String, {
    description:
      "The claim in GovGraph's words, with GovGraph's reading of it in brackets. The report states the claim; that does not prove it.",
  })
  readonly text!: string;

  @Field(() => [ClaimedAreas], { description: "The areas that the claim is about, grouped by role." })
  readonly about!: readonly ClaimedAreas[];

  @Field(() => [ClaimFigure], {
    description: "The figures about the claim, by role and dimension. Empty if there are none.",
  })
  readonly figures!: readonly ClaimFigure[];

  @Field(() => ClaimVerdict, { description: "Whether these figures support the claim." })
  readonly verdict!: ClaimVerdict;

  @Field(() => String, {
    description:
      "The figures about the claim, in words. Example: 7 of the 11 regions named as risen (63.64%) are in Central (中部) and West (西部).",
  })
  readonly says!: string;

  @Field(() => String, { description: "What the figures cannot decide about the claim." })
  readonly leavesOpen!: string;
}

@Resolver(() => AreaSummary)
export class AreaClaimsQuestion {
  @FieldResolver(() => [AreaClaim], {
    description:
      "The report's claims about areas, by key. A claim holds for both levels unless the report names one. Claims that name no area are not listed. 论断。",
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

/** Converts the rows of one claim, at least one row, to the claim. */
function toClaim(snapshot: Snapshot, key: string, rows: readonly ClaimRow[]): AreaClaim {
  const areasOf = (keys: readonly string[]) => keys.map((areaKey) => snapshot.area(areaKey));
  const roles = new Map(rows.map(({ role, areas }) => [role, areasOf(areas)]));
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
    about: [...roles].map(([role, areas]) => ({ role, areas })),
    figures,
    ...evaluateClaim([...roles.keys()], figures),
    facts: [key],
  };
}
