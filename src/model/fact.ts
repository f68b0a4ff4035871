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
  DEFINITION: "DEFINITION",
  CLAIM: "CLAIM",
} as const;
export type FactKind = (typeof FactKind)[keyof typeof FactKind];

registerEnumType(FactKind, {
  name: "FactKind",
  description: "What sort of thing a fact states; the list is closed. 事实的类别。",
  valuesConfig: {
    TITLE: { description: "The title of an edition, in `text`." },
    EVALUATED_YEAR: { description: "The year that an edition evaluates, in `value`." },
    PUBLISHED_ON: { description: "The day on which an edition was published, in `text` as YYYY-MM-DD." },
    ASSESSOR: { description: "Who carried out the assessment, in `text`." },
    COMMISSIONER: { description: "Who commissioned the assessment, in `text`." },
    ASSESSES: { description: "That an edition assesses a dimension; its name there is in `text`." },
    GRADES: { description: "The bounds of a tier, as printed in `text`." },
    COUNTS: { description: "How many units stand in a tier, in `value`; the share as printed in `text`." },
    COUNTS_FROM: {
      description:
        "How many units stand in a tier or a higher one, in `value`; the share as printed in `text`.",
    },
    IN_TIER: { description: "That a region stands in a tier, in so many words." },
    IN_TIER_LIST: { description: "That a list of the regions of a tier was printed." },
    LEADS: { description: "That a region is named among the leading ones of a dimension." },
    LEADS_LIST: { description: "That a list of leading regions was printed for a dimension." },
    LEADS_COUNT: {
      description:
        "In how many dimensions a region leads, in `value`, where the source does not say in which.",
    },
    KEEPS_LEADING: { description: "That a region is named as leading lastingly; the period is in `text`." },
    KEEPS_LEADING_LIST: { description: "That a list of such regions was printed; it is an open one." },
    NAMED_FOR: { description: "That a region is named for an initiative, whose name is in `text`." },
    NAMED_FOR_LIST: { description: "That a list of such initiatives was printed; it is an open one." },
    ROSE: { description: "That a region rose from one tier to a higher one since the edition before." },
    ROSE_LIST: { description: "That a list of the regions that rose between two tiers was printed." },
    SCORED: {
      description:
        "Where a region stands in the overall index: its score in `value`, its rank in `rank`, or both.",
    },
    SCORED_LIST: { description: "That a list of regions by rank or score in the overall index was printed." },
    RANKED: {
      description: "The rank of a region in a dimension, in `rank`, or the worst it can be, in `atMost`.",
    },
    MEAN: { description: "The mean of the overall index over the regions of a level, in `value`." },
    ABOVE_MEAN: {
      description: "How many regions lie above the mean, in `value`; the share as printed in `text`.",
    },
    ABOVE_MEAN_CHANGE: {
      description: "How many more regions lie above the mean than in the edition before, in `value`.",
    },
    OBJECTS: { description: "How many units of a level are assessed, in `value`." },
    FIRST_ASSESSED: { description: "That a level is assessed for the first time." },
    DEFINITION: { description: "What the units of a level are, in our own words in `text`." },
    CLAIM: {
      description:
        "What the text claims about areas or the assessment as a whole, in our own words in `text`.",
    },
  },
});

/** The order of a printed list, where the source says one. */
export const ListOrder = { ADMINISTRATIVE: "ADMINISTRATIVE", RANK: "RANK" } as const;
export type ListOrder = (typeof ListOrder)[keyof typeof ListOrder];

registerEnumType(ListOrder, {
  name: "ListOrder",
  description: "In which order a list is printed. 列表顺序。",
  valuesConfig: {
    ADMINISTRATIVE: { description: "按照行政区划排序: the place in the list is no rank." },
    RANK: { description: "From the best on." },
  },
});

/** What is known of a fact without asking further. */
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
  description: "One thing that a source states. 一条事实。Example: 2022/leads/440100/EFFECTIVENESS.",
})
export class Fact extends Proven implements FactRow, Node {
  readonly id!: string;

  @Field(() => String, {
    description: "Readable and stable key. Example: 2022/leads/440100/EFFECTIVENESS.",
  })
  readonly key!: string;

  @Field(() => FactKind, { description: "What sort of thing it states." })
  readonly kind!: FactKind;

  @Field(() => Edition, { description: "The edition it is about." })
  readonly edition!: Edition;

  @Field(() => Level, {
    nullable: true,
    description: "The level it is about; null where it concerns both or neither.",
  })
  readonly level!: Level | null;

  @Field(() => Number, {
    nullable: true,
    description: "The figure it states, in `unit`; null where it states none. Example: 16.",
  })
  readonly value!: number | null;

  @Field(() => String, {
    nullable: true,
    description: "Unit of `value`: regions, dimensions, points or year; null where there is none.",
  })
  readonly unit!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The words it states, such as a name or a share as printed; null where there are none. Example: 37.50%.",
  })
  readonly text!: string | null;

  @Field(() => ListOrder, {
    nullable: true,
    description: "For a list: the order the source says it has; null where it says none.",
  })
  readonly order!: ListOrder | null;

  @Field(() => Int, {
    nullable: true,
    description: "For a list: its size as the source prints it; null where it prints none. Example: 10.",
  })
  readonly printedCount!: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "For a list or a count: whether the source tells of all there are; null for other facts.",
  })
  readonly closed!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The rank it states, 1 being the best; ties share a rank and none is skipped; null where it states none. Example: 2.",
  })
  readonly rank!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The worst rank that its words allow; null where it states the rank itself, or none. Example: 3 for «top three».",
  })
  readonly atMost!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Why the source cannot be right here, since it contradicts itself; null where nothing is odd. Example: a better rank with a lower score.",
  })
  readonly doubt!: string | null;

  constructor({ edition, ...row }: FactRow & { readonly edition: Edition }) {
    super();
    // The fact proves itself.
    Object.assign(this, row, { edition, id: globalId("Fact", row.key), facts: [row.key] });
  }
}

@ObjectType({ description: "One of the things that a fact is about. 事实的对象。" })
export class FactSubject {
  @Field(() => String, {
    description: "The part it plays in the fact. Example: region, dimension, from, to, stronger.",
  })
  readonly role!: string;

  @Field(() => Node, { description: "The thing itself." })
  readonly subject!: Node;
}
