import { Field, ObjectType } from "../api.js";
import { ConsistentLead } from "./consistentLead.js";
import { Gap } from "./gap.js";
import { Leadership } from "./leadership.js";
import { Ranking } from "./ranking.js";

/** What an edition states of a region: rank, score and leads, with the reason for each gap. */
@ObjectType()
export abstract class RegionInEdition extends Ranking {
  @Field(() => Gap, { nullable: true, description: "Why `rank` is null. Null if `rank` is known." })
  readonly rankGap!: Gap | null;

  @Field(() => [Leadership], {
    nullable: true,
    description:
      "Dimensions that the region leads in, in the report's order. Null if the edition has no lists of leading regions of its level, or only open lists that do not name it.",
  })
  readonly leads!: readonly Leadership[] | null;

  @Field(() => Gap, { nullable: true, description: "Why `leads` is null. Null if `leads` is known." })
  readonly leadsGap!: Gap | null;

  @Field(() => ConsistentLead, {
    nullable: true,
    description:
      "Set if the edition names the region as a consistent leader. Null does not mean that it is not one: these lists are open.",
  })
  readonly keepsLeading!: ConsistentLead | null;
}
