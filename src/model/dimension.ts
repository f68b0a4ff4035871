import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The stable keys of the dimensions. Names change between editions, keys do not. */
export const DimensionKey = {
  EFFECTIVENESS: "EFFECTIVENESS",
  MATURITY: "MATURITY",
  COMPLETENESS: "COMPLETENESS",
  COVERAGE: "COVERAGE",
  ACCURACY: "ACCURACY",
} as const;
export type DimensionKey = (typeof DimensionKey)[keyof typeof DimensionKey];

registerEnumType(DimensionKey, {
  name: "DimensionKey",
  description:
    "Stable key of a dimension of the overall index. Names change between editions, keys do not. 分项指数。",
  valuesConfig: {
    EFFECTIVENESS: {
      description: "服务成效度 (Effectiveness): the result of the service, as its users see it.",
    },
    MATURITY: {
      description: "办理成熟度 (Maturity): how far a service can be completed online from start to end.",
    },
    COMPLETENESS: {
      description:
        "方式完备度 (Completeness): how many ways there are to use a service, and how easy they are.",
    },
    COVERAGE: {
      description: "事项覆盖度 (Coverage): how many of the services that should be online are online.",
    },
    ACCURACY: {
      description: "指南准确度 (Accuracy): how correct and usable the service guides are.",
    },
  },
});

/** The properties of a dimension that do not depend on the edition. */
export interface DimensionRow {
  readonly key: DimensionKey;
  readonly name: string;
  readonly nameEn: string;
  readonly order: number;
}

@ObjectType({
  implements: Node,
  description:
    "One of the five dimensions of the overall index. `Edition.dimensions` has its name in each edition. 分项指数。 Example: Effectiveness (服务成效度).",
})
export class Dimension extends Node implements DimensionRow {
  @Field(() => DimensionKey, { description: "Stable key. Example: EFFECTIVENESS." })
  readonly key!: DimensionKey;

  @Field(() => String, {
    description: "Chinese name, as the latest edition prints it. Example: 服务成效度.",
  })
  override readonly name!: string;

  @Field(() => String, { description: "English name, by GovGraph. Example: Effectiveness." })
  readonly nameEn!: string;

  @Field(() => Int, { description: "Position in the report's order of dimensions, from 1. Example: 1." })
  readonly order!: number;

  constructor(row: DimensionRow) {
    super();
    Object.assign(this, row, { id: globalId("Dimension", row.key) });
  }
}
