import { Field, Int, ObjectType, registerEnumType } from "../api.js";
import { Edition } from "./edition.js";
import { Level } from "./level.js";
import { globalId, Node } from "./node.js";
import { Proven } from "./proven.js";

/** The closed list of kinds of fact. */
export const FactKind = {
  TITLE: "TITLE",
  EVALUATED_YEAR: "EVALUATED_YEAR",
  PUBLISHED_ON: "PUBLISHED_ON",
  ASSESSOR: "ASSESSOR",
  COMMISSIONER: "COMMISSIONER",
  ASSESSES: "ASSESSES",
  GRADES: "GRADES",
  COUNTS: "COUNTS",
  COUNTS_FROM: "COUNTS_FROM",
  IN_TIER: "IN_TIER",
  IN_TIER_LIST: "IN_TIER_LIST",
  LEADS: "LEADS",
  LEADS_LIST: "LEADS_LIST",
  LEADS_COUNT: "LEADS_COUNT",
  KEEPS_LEADING: "KEEPS_LEADING",
  KEEPS_LEADING_LIST: "KEEPS_LEADING_LIST",
  NAMED_FOR: "NAMED_FOR",
  NAMED_FOR_LIST: "NAMED_FOR_LIST",
  ROSE: "ROSE",
  ROSE_LIST: "ROSE_LIST",
  SCORED: "SCORED",
  SCORED_LIST: "SCORED_LIST",
  RANKED: "RANKED",
  MEAN: "MEAN",
  ABOVE_MEAN: "ABOVE_MEAN",
  ABOVE_MEAN_CHANGE: "ABOVE_MEAN_CHANGE",
  OBJECTS: "OBJECTS",
  FIRST_ASSESSED: "FIRST_ASSESSED",
  LEVELS: "LEVELS",
  DEFINITION: "DEFINITION",
  CLAIM: "CLAIM",
} as const;
export type FactKind = (typeof FactKind)[keyof typeof FactKind];

registerEnumType(FactKind, {
  name: "FactKind",
  description: "What a fact states. The list of kinds is closed. 事实的类别。",
  valuesConfig: {
    TITLE: { description: "The title of an edition, in `text`." },
    EVALUATED_YEAR: { description: "The evaluated year of an edition, in `value`." },
    PUBLISHED_ON: { description: "The date on which an edition was published, in `text` (YYYY-MM-DD)." },
    ASSESSOR: { description: "The organization that carried out the assessment, in `text`." },
    COMMISSIONER: { description: "The organization that commissioned the assessment, in `text`." },
    ASSESSES: { description: "That an edition assesses a dimension. Its name in that edition is in `text`." },
    GRADES: { description: "The bounds of a tier, as printed in `text`." },
    COUNTS: { description: "How many regions are in a tier, in `value`, with the printed share in `text`." },
    COUNTS_FROM: {
      description:
        "How many regions are in a tier or a higher tier, in `value`, with the printed share in `text`.",
    },
    IN_TIER: { description: "That a region is in a tier, stated explicitly." },
    IN_TIER_LIST: { description: "That a list of the regions of a tier was printed." },
    LEADS: { description: "That a region is named as a leading region in a dimension." },
    LEADS_LIST: { description: "That a list of leading regions was printed for a dimension." },
    LEADS_COUNT: {
      description:
        "In how many dimensions a region leads, in `value`, if the source does not name the dimensions.",
    },
    KEEPS_LEADING: { description: "That a region is named as a consistent leader. The period is in `text`." },
    KEEPS_LEADING_LIST: { description: "That a list of consistent leaders was printed. The list is open." },
    NAMED_FOR: {
      description: "That a region is named for an initiative. The initiative's name is in `text`.",
    },
    NAMED_FOR_LIST: { description: "That a list of such initiatives was printed. The list is open." },
    ROSE: { description: "That a region rose to a higher tier since the previous edition." },
    ROSE_LIST: { description: "That a list of the regions that rose between two tiers was printed." },
    SCORED: {
      description:
        "The score of a region in the overall index, in `value` (points), its rank, in `rank`, or both.",
    },
    SCORED_LIST: { description: "That a list of regions by rank or score in the overall index was printed." },
    RANKED: {
      description:
        "The rank of a region in a dimension, in `rank`, or the worst possible rank, in `atMost`, or its score, in `value` (points).",
    },
    MEAN: { description: "The mean of the overall index over the regions of a level, in `value` (points)." },
    ABOVE_MEAN: {
      description: "How many regions are above the mean, in `value`, with the printed share in `text`.",
    },
    ABOVE_MEAN_CHANGE: {
      description: "How many more regions are above the mean than in the previous edition, in `value`.",
    },
    OBJECTS: { description: "How many regions of a level are assessed, in `value`." },
    FIRST_ASSESSED: { description: "That a level is assessed for the first time." },
    LEVELS: { description: "The levels that an edition assesses, in `text`. Example: PROVINCE, CITY." },
    DEFINITION: { description: "What the regions of a level are, in `text`, in GovGraph's words." },
    CLAIM: {
      description:
        "What the text claims about areas or the whole assessment, in `text`, in GovGraph's words.",
    },
  },
});

/** The order of a printed list, if the source states it. */
export const ListOrder = { ADMINISTRATIVE: "ADMINISTRATIVE", RANK: "RANK" } as const;
export type ListOrder = (typeof ListOrder)[keyof typeof ListOrder];

registerEnumType(ListOrder, {
  name: "ListOrder",
  description: "Order in which a list is printed. 列表顺序。",
  valuesConfig: {
    ADMINISTRATIVE: {
      description: "Administrative order (按照行政区划排序). A list position is not a rank.",
    },
    RANK: { description: "Order of rank, the best first." },
  },
});

/** The properties of a fact. */
export interface FactRow {
  readonly key: string;
  readonly kind: FactKind;
  readonly level: Level | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly text: string | null;
  readonly order: ListOrder | null;
  readonly printedCount: number | null;
  readonly closed: boolean | null;
  readonly rank: number | null;
  readonly atMost: number | null;
  readonly doubt: string | null;
}

@ObjectType({
  implements: Node,
  description: "A single fact that a source states. 一条事实。 Example: 2022/leads/440100/EFFECTIVENESS.",
})
export class Fact extends Proven implements FactRow, Node {
  readonly id!: string;

  readonly name!: string;

  @Field(() => String, {
    description: "Readable and stable key. Example: 2022/leads/440100/EFFECTIVENESS.",
  })
  readonly key!: string;

  @Field(() => FactKind, { description: "What the fact states. Example: LEADS." })
  readonly kind!: FactKind;

  @Field(() => Edition, { description: "The edition that the fact is about." })
  readonly edition!: Edition;

  @Field(() => Level, {
    nullable: true,
    description:
      "The level that the fact is about. Null if it is about both levels or neither. Example: CITY.",
  })
  readonly level!: Level | null;

  @Field(() => Number, {
    nullable: true,
    description: "The stated figure, in `unit`. Null if the fact states no figure. Example: 16.",
  })
  readonly value!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Unit of `value`: regions, dimensions, points or year. Null if `value` is null or has no unit. Example: regions.",
  })
  readonly unit!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The stated text, such as a name or a printed share. Null if the fact states no text. Example: 37.50%.",
  })
  readonly text!: string | null;

  @Field(() => ListOrder, {
    nullable: true,
    description:
      "For a list: the order that the source states. Null if it states none, and for other facts. Example: ADMINISTRATIVE.",
  })
  readonly order!: ListOrder | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "For a list: the printed size (regions). Null if none is printed, and for other facts. Example: 10.",
  })
  readonly printedCount!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "For a list or a count: whether the source states all of them. Null for other facts.",
  })
  readonly closed!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The stated rank, from 1 (the best). Tied regions share a rank, and no rank is skipped. Null if the fact states no rank. Example: 2.",
  })
  readonly rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The worst rank that the wording allows. Null if the fact states the rank itself or no rank. Example: 3 for «top three».",
  })
  readonly atMost!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the source cannot be right here: it contradicts itself. Null if there is no contradiction. Example: a better rank with a lower score.",
  })
  readonly doubt!: string | null;

  constructor({ edition, ...row }: FactRow & { readonly edition: Edition }) {
    super();
    // A fact is its own proof.
    Object.assign(this, row, { edition, id: globalId("Fact", row.key), name: row.key, facts: [row.key] });
  }
}

@ObjectType({ description: "A node that a fact is about. 事实的对象。" })
export class FactSubject {
  @Field(() => String, {
    description:
      "Role of the node in the fact: region, dimension, from, to, stronger and others. Example: region.",
  })
  readonly role!: string;

  @Field(() => Node, { description: "The node." })
  readonly subject!: Node;
}
