import { registerEnumType } from "../api.js";

/** The ways in which the tier of a region is known, or others are ruled out. */
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
    "A way in which the tier of a region is known, or in which other tiers are ruled out. 组别得知或排除的途径。",
  valuesConfig: {
    STATED: { description: "A source puts the region in the tier in so many words." },
    RISE: { description: "A printed rise of this edition leads to the tier." },
    NEXT_RISE: { description: "A printed rise of the next edition starts from the tier." },
    SCORE: {
      description:
        "Its printed score lies above or below a bound between tiers. A score right on a bound decides nothing there, since no source says to which tier the bound belongs.",
    },
    RANK: {
      description:
        "It has a rank but no score, and the scores of regions ranked before and behind it, or with it, lie above or below a bound. Example: 新疆生产建设兵团 2020, between 75.28 and 75.95.",
    },
    BOUNDS: { description: "The bound is one that this edition prints." },
    OTHER_BOUNDS: {
      description:
        "The bound is not printed by this edition: it is another edition's, and all editions that print it agree. Example: 2020 prints no bounds; those of 2017 and 2022 were taken.",
    },
    COUNTS: {
      description:
        "The counts of the edition add up to all regions of the level, so that no region stands in a tier that is not counted.",
    },
    MEMBERS: { description: "All members of another tier are known, and it is not one of them." },
    NOT_ASSESSED: {
      description: "The level was assessed for the first time in a later edition, so it stands in no tier.",
    },
  },
});
