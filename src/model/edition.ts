import { Field, Int, ObjectType } from "../api.js";
import { Dimension } from "./dimension.js";
import { globalId, Node } from "./node.js";
import { Proven } from "./proven.js";
import { Tier } from "./tier.js";

/** What is known of an edition. */
export interface EditionRow {
  readonly year: number;
  readonly evaluatedYear: number | null;
  readonly title: string | null;
  readonly publishedOn: string | null;
  readonly assessor: string | null;
  readonly commissioner: string | null;
  readonly facts: readonly string[];
}

@ObjectType({
  implements: Node,
  description:
    "One yearly edition of the assessment. 评估报告的一个年度版本。Example: 2022, which evaluates the year 2021.",
})
export class Edition extends Proven implements EditionRow, Node {
  readonly id!: string;

  @Field(() => Int, {
    description: "Year in the title. It is not the year that was evaluated. Example: 2022.",
  })
  readonly year!: number;

  @Field(() => Int, {
    nullable: true,
    description:
      "The year that was evaluated, one before the edition's; null where sources disagree or none says. Example: 2021.",
  })
  readonly evaluatedYear!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Title as printed; null where sources disagree or none says.",
  })
  readonly title!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Day of publication as YYYY-MM-DD; null where sources disagree or none says. Example: 2022-09-08.",
  })
  readonly publishedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Who carried out the assessment; null where sources disagree or none says. Example: 中央党校(国家行政学院)电子政务研究中心.",
  })
  readonly assessor!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Who commissioned it; null where sources disagree or none says. Example: 国务院办公厅电子政务办公室.",
  })
  readonly commissioner!: string | null;

  @Field(() => Edition, {
    nullable: true,
    description: "The edition of the year before; null where it is not loaded.",
  })
  previous: Edition | null = null;

  constructor(row: EditionRow) {
    super();
    Object.assign(this, row, { id: globalId("Edition", row.year) });
  }
}

@ObjectType({
  description: "A dimension as one edition presents it. 某一年度版本中的分项指数。",
})
export class AssessedDimension extends Proven {
  @Field(() => Dimension, { description: "The dimension by its stable key." })
  readonly dimension!: Dimension;

  @Field(() => String, {
    nullable: true,
    description: "Its name as this edition prints it; null where sources disagree. Example: 服务成效度.",
  })
  readonly name!: string | null;

  @Field(() => [String], {
    description: "Every name that a source gives it in this edition; one, unless sources disagree.",
  })
  readonly names!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description:
      "The phrase that names the point of view; null where the edition gives none. Example: 效能线上可评.",
  })
  readonly viewpoint!: string | null;

  @Field(() => [String], {
    description: "What it measures, as terms; empty where the edition does not say. Example: 网办效率.",
  })
  readonly aspects!: readonly string[];
}

@ObjectType({
  description: "A tier's bounds as one edition prints them. 某一年度版本中的组别界限。",
})
export class GradedTier extends Proven {
  @Field(() => Tier, { description: "The tier by its stable key." })
  readonly tier!: Tier;

  @Field(() => Number, {
    nullable: true,
    description:
      "Lower bound of the overall index in points; null where none is printed or sources disagree. Example: 90. Whether the bound itself belongs to the tier is not said.",
  })
  readonly above!: number | null;

  @Field(() => Number, {
    nullable: true,
    description: "Upper bound in points; null where none is printed or sources disagree. Example: 90.",
  })
  readonly upTo!: number | null;

  @Field(() => String, {
    description: "The bounds as printed; where sources disagree, all of them. Example: 超过90.",
  })
  readonly printed!: string;
}
