import { registerEnumType } from "../api.js";

/** The reasons why the tier of a region is known or other tiers are excluded. */
export const TierReason = {
  STATED: "STATED",
  RISE: "RISE",
  NEXT_RISE: "NEXT_RISE",
  SCORE: "SCORE",
  RANK: "RANK",
  BOUNDS: "BOUNDS",
  OTHER_BOUNDS: "OTHER_BOUNDS",
  COUNTS: "COUNTS",
  MEMBERS: "MEMBERS",
  NOT_ASSESSED: "NOT_ASSESSED",
} as const;
export type TierReason = (typeof TierReason)[keyof typeof TierReason];

registerEnumType(TierReason, {
  name: "TierReason",
  description:
    "A reason why the tier of a region is known, or why other tiers are excluded. 组别得知或排除的途径。",
  valuesConfig: {
    STATED: { description: "A source explicitly puts the region in the tier." },
    RISE: { description: "A printed rise in this edition leads to the tier." },
    NEXT_RISE: { description: "A printed rise in the next edition starts from the tier." },
    SCORE: {
      description:
        "The printed score is above or below a bound between tiers. A score equal to a bound decides nothing, because no source says which tier the bound belongs to.",
    },
    RANK: {
      description:
        "The region has a rank but no score. The scores of regions ranked before it, after it or with it are above or below a bound. Example: the Xinjiang Production and Construction Corps (新疆生产建设兵团) in the 2020 edition, between 75.28 and 75.95.",
    },
    BOUNDS: { description: "This edition prints the bound." },
    OTHER_BOUNDS: {
      description:
        "This edition does not print the bound. The bound is from other editions, and all editions that print it agree. Example: the 2020 edition prints no bounds; those of the 2017 and 2022 editions are used.",
    },
    COUNTS: {
      description:
        "The counts of the edition add up to all regions of the level, so no region is in a tier without a count.",
    },
    MEMBERS: { description: "All members of another tier are known, and the region is not among them." },
    NOT_ASSESSED: {
      description: "The level was first assessed in a later edition, so the region has no tier.",
    },
  },
});
