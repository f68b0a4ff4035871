import { Field, Int, ObjectType } from "../api.js";
import { Dimension } from "./dimension.js";
import { Level } from "./level.js";
import { globalId, Node } from "./node.js";
import { Proven } from "./proven.js";
import { Tier } from "./tier.js";
import { UnknownIfEmpty } from "./unknownIfEmpty.js";

/** The properties of an edition. */
export interface EditionRow {
  readonly year: number;
  readonly evaluatedYear: number | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly assessor: string | null;
  readonly commissioner: string | null;
  readonly levels: readonly Level[] | null;
  readonly facts: readonly string[];
}

@ObjectType({
  implements: Node,
  description:
    "A yearly edition of the assessment. 评估报告的一个年度版本。 Example: the 2022 edition, which evaluates 2021.",
})
export class Edition extends Proven implements EditionRow, Node {
  readonly id!: string;

  readonly name!: string;

  @Field(() => Int, {
    description: "Year in the title, not the evaluated year. Example: 2022.",
  })
  readonly year!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "Evaluated year, one year before the edition. Null if sources disagree or no source states it. Example: 2021.",
  })
  readonly evaluatedYear!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Title as printed. Null if sources disagree or no source states it.",
  })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Date of publication (YYYY-MM-DD). Null if sources disagree or no source states it. Example: 2022-09-08.",
  })
  readonly publishedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Organization that carried out the assessment. Null if sources disagree or no source states it. Example: 中央党校(国家行政学院)电子政务研究中心.",
  })
  readonly assessor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Organization that commissioned the assessment. Null if sources disagree or no source states it. Example: 国务院办公厅电子政务办公室.",
  })
  readonly commissioner!: string | null;

  @Field(() => [Level], {
    nullable: true,
    description:
      "Levels that the edition assesses. Null if sources disagree or no source states it. Example: [PROVINCE] for the 2017 edition.",
  })
  readonly levels!: readonly Level[] | null;

  @Field(() => Edition, {
    nullable: true,
    description: "The previous year's edition. Null if it is not loaded.",
  })
  previous: Edition | null = null;

  constructor(row: EditionRow) {
    super();
    Object.assign(this, row, { id: globalId("Edition", row.year), name: row.title ?? String(row.year) });
  }
}

@ObjectType({
  description: "A dimension as an edition presents it. 某一年度版本中的分项指数。",
})
export class AssessedDimension extends Proven {
  @Field(() => Dimension, { description: "The dimension." })
  readonly dimension!: Dimension;

  @Field(() => String, {
    nullable: true,
    description: "Name as this edition prints it. Null if sources disagree. Example: 服务成效度.",
  })
  readonly name!: string | null;

  @UnknownIfEmpty()
  @Field(() => [String], {
    description:
      "Every name that a source gives the dimension in this edition. More than one only if sources disagree.",
  })
  readonly names!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      "Phrase that names the viewpoint of the dimension. Null if the edition gives none. Example: 效能线上可评.",
  })
  readonly viewpoint!: string | null;

  @UnknownIfEmpty()
  @Field(() => [String], {
    description:
      "Terms for what the dimension measures. Empty if the edition does not say. Example: 网办效率.",
  })
  readonly aspects!: readonly string[];
}

@ObjectType({
  description: "The bounds of a tier as an edition prints them. 某一年度版本中的组别界限。",
})
export class GradedTier extends Proven {
  @Field(() => Tier, { description: "The tier." })
  readonly tier!: Tier;

  @Field(() => Number, {
    nullable: true,
    description:
      "Lower bound of the overall index (points). No source says whether the bound itself belongs to the tier. Null if none is printed or sources disagree. Example: 90.",
  })
  readonly above!: number | null;

  @Field(() => Number, {
    nullable: true,
    description:
      "Upper bound of the overall index (points). Null if none is printed or sources disagree. Example: 90.",
  })
  readonly upTo!: number | null;

  @Field(() => String, {
    description: "The bounds as printed. All readings if sources disagree. Example: 超过90.",
  })
  readonly printed!: string;
}
