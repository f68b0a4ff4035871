import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The stable keys of the dimensions; names change between editions, keys do not. */
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
    "The dimensions that the overall index is made of, by keys that stay when names change. 分项指数。",
  valuesConfig: {
    EFFECTIVENESS: { description: "服务成效度: what the service achieves, as its users see it." },
    MATURITY: { description: "办理成熟度: how far matters can be settled online from end to end." },
    COMPLETENESS: {
      description: "方式完备度: how easily and by how many ways a service is found and reached.",
    },
    COVERAGE: { description: "事项覆盖度: how many of the matters that should be offered online are." },
    ACCURACY: { description: "指南准确度: how exact, full and usable the guides to services are." },
  },
});

/** What is known of a dimension whatever the edition. */
export interface DimensionRow {
  readonly key: DimensionKey;
  readonly name: string;
  readonly nameEn: string;
  readonly order: number;
}

@ObjectType({
  implements: Node,
  description:
    "One of the five dimensions of the overall index. Its name in a certain edition is in `Edition.dimensions`. 分项指数。Example: 服务成效度 (EFFECTIVENESS).",
})
export class Dimension extends Node implements DimensionRow {
  @Field(() => DimensionKey, { description: "Stable key. Example: EFFECTIVENESS." })
  readonly key!: DimensionKey;

  @Field(() => String, {
    description: "Name in Chinese as the latest edition prints it. Example: 服务成效度.",
  })
  readonly name!: string;

  @Field(() => String, { description: "Name in English, GovGraph's own. Example: Service effectiveness." })
  readonly nameEn!: string;

  @Field(() => Int, { description: "Place in the report's order of dimensions, from 1." })
  readonly order!: number;

  constructor(row: DimensionRow) {
    super();
    Object.assign(this, row, { id: globalId("Dimension", row.key) });
  }
}
