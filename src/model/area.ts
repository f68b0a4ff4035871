import { Field, ObjectType, registerEnumType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The ways of cutting the country into areas. */
export const AreaScheme = { ECONOMIC: "ECONOMIC", NORTH_SOUTH: "NORTH_SOUTH" } as const;
export type AreaScheme = (typeof AreaScheme)[keyof typeof AreaScheme];

registerEnumType(AreaScheme, {
  name: "AreaScheme",
  description: "A way of cutting the country into areas. 区域划分方式。",
  valuesConfig: {
    ECONOMIC: { description: "东部、中部、西部、东北: the four economic regions." },
    NORTH_SOUTH: { description: "南、北: south and north." },
  },
});

/** What is known of an area. */
export interface AreaRow {
  readonly key: string;
  readonly name: string;
  readonly nameEn: string;
  readonly scheme: AreaScheme;
  readonly definedBy: string;
}

@ObjectType({
  implements: Node,
  description:
    "A part of the country that provinces lie in; a city lies where its province lies. 区域。Example: 东部 (EAST).",
})
export class Area extends Node implements AreaRow {
  @Field(() => String, { description: "Key of the area, unique over all schemes. Example: EAST." })
  readonly key!: string;

  @Field(() => String, { description: "Name in Chinese. Example: 东部." })
  readonly name!: string;

  @Field(() => String, { description: "Name in English. Example: East." })
  readonly nameEn!: string;

  @Field(() => AreaScheme, { description: "The scheme it belongs to; areas of one scheme do not overlap." })
  readonly scheme!: AreaScheme;

  @Field(() => String, {
    description:
      "Who draws this area: the report, the statistics office, or GovGraph itself. The report defines none.",
  })
  readonly definedBy!: string;

  constructor(row: AreaRow) {
    super();
    Object.assign(this, row, { id: globalId("Area", row.key) });
  }
}
