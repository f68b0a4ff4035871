import { Field, ObjectType } from "../api.js";
import { Gap } from "./gap.js";
import { LastingLead } from "./lastingLead.js";
import { Leadership } from "./leadership.js";
import { Standing } from "./standing.js";

/** What one edition tells of a region beside its rank and score, and why where it tells nothing. */
@ObjectType()
export abstract class RegionInEdition extends Standing {
  @Field(() => Gap, { nullable: true, description: "Why `rank` is null; null where it is not." })
  readonly rankGap!: Gap | null;

  @Field(() => [Leadership], {
    nullable: true,
    description:
      "The dimensions it leads in, in the report's order; null where the edition has no lists of leaders of its level, or open ones that do not name it.",
  })
  readonly leads!: readonly Leadership[] | null;

  @Field(() => Gap, { nullable: true, description: "Why `leads` is null; null where it is not." })
  readonly leadsGap!: Gap | null;

  @Field(() => LastingLead, {
    nullable: true,
    description:
      "That it is named as leading lastingly; null where it is not, which is no no: such lists are open.",
  })
  readonly keepsLeading!: LastingLead | null;
}
