import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { globalId, Node } from "./node.js";

/** The keys of the tiers, the highest first. */
export const TierKey = { VERY_HIGH: "VERY_HIGH", HIGH: "HIGH", MEDIUM: "MEDIUM", LOW: "LOW" } as const;
export type TierKey = (typeof TierKey)[keyof typeof TierKey];

registerEnumType(TierKey, {
  name: "TierKey",
  description: "Key of a tier (组别) of the overall index. The values are in order, the highest first.",
  valuesConfig: {
    VERY_HIGH: { description: "非常高 (Very high): an overall index above 90." },
    HIGH: { description: "高 (High): an overall index between 80 and 90." },
    MEDIUM: { description: "中 (Medium): below 高. Only the 2017 edition prints bounds for it: 65 and 80." },
    LOW: {
      description:
        "低 (Low): below 中. Only the 2017 edition prints a bound for it (65) and has regions in it.",
    },
  },
});

/** The properties of a tier that do not depend on the edition. */
export interface TierRow {
  readonly key: TierKey;
  readonly name: string;
  readonly nameEn: string;
  readonly order: number;
}

@ObjectType({
  implements: Node,
  description:
    "A tier of the overall index. `Edition.tiers` has its bounds in each edition. 组别。 Example: Very high (非常高).",
})
export class Tier extends Node implements TierRow {
  @Field(() => TierKey, { description: "Stable key. Example: VERY_HIGH." })
  readonly key!: TierKey;

  @Field(() => String, { description: "Chinese name. Example: 非常高." })
  override readonly name!: string;

  @Field(() => String, { description: "English name, by GovGraph. Example: Very high." })
  readonly nameEn!: string;

  @Field(() => Int, { description: "Position among the tiers, from 1 (the highest). Example: 1." })
  readonly order!: number;

  constructor(row: TierRow) {
    super();
    Object.assign(this, row, { id: globalId("Tier", row.key) });
  }
}
