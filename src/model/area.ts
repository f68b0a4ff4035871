import { Field, ObjectType, registerEnumType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The schemes that divide the country into areas. */
export const AreaScheme = { ECONOMIC: "ECONOMIC", NORTH_SOUTH: "NORTH_SOUTH" } as const;
export type AreaScheme = (typeof AreaScheme)[keyof typeof AreaScheme];

registerEnumType(AreaScheme, {
  name: "AreaScheme",
  description: "A scheme that divides the country into areas. 区域划分方式。",
  valuesConfig: {
    ECONOMIC: {
      description: "The four economic regions: 东部、中部、西部、东北 (East, Central, West, Northeast).",
    },
    NORTH_SOUTH: { description: "南、北 (South, North)." },
  },
});

/** The properties of an area. */
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
    "An area of the country that groups provinces. A city belongs to the areas of its province. 区域。 Example: East (东部).",
})
export class Area extends Node implements AreaRow {
  @Field(() => String, { description: "Key of the area, unique across schemes. Example: EAST." })
  readonly key!: string;

  @Field(() => String, { description: "Name in Chinese. Example: 东部." })
  override readonly name!: string;

  @Field(() => String, { description: "Name in English. Example: East." })
  readonly nameEn!: string;

  @Field(() => AreaScheme, {
    description: "Scheme that the area belongs to. Areas of one scheme do not overlap. Example: ECONOMIC.",
  })
  readonly scheme!: AreaScheme;

  @Field(() => String, {
    description:
      "Who defines the area: the report, the statistics office or GovGraph. The report itself defines no areas.",
  })
  readonly definedBy!: string;

  constructor(row: AreaRow) {
    super();
    Object.assign(this, row, { id: globalId("Area", row.key) });
  }
}
