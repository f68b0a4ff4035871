import { registerEnumType } from "../../api.js";

/** Whether the figures by area support a claim about areas. */
export const ClaimVerdict = {
  BORNE_OUT: "BORNE_OUT",
  MIXED: "MIXED",
  NOT_BORNE_OUT: "NOT_BORNE_OUT",
  UNDECIDED: "UNDECIDED",
} as const;
export type ClaimVerdict = (typeof ClaimVerdict)[keyof typeof ClaimVerdict];

registerEnumType(ClaimVerdict, {
  name: "ClaimVerdict",
  description:
    "Whether the figures by area support a claim. Counts are compared with an even spread; this is not a test of significance. 论断与数字的关系。",
  valuesConfig: {
    BORNE_OUT: {
      description:
        "All figures support the claim. In every dimension a stronger area has more leading regions than an even spread gives, and a weaker area fewer. All regions that rose are in the areas said to have progressed.",
    },
    MIXED: {
      description:
        "Some figures support the claim and some do not, or only in part. Example: 7 of the 11 regions that rose are in the areas said to have progressed.",
    },
    NOT_BORNE_OUT: { description: "All figures contradict the claim." },
    UNDECIDED: { description: "No figure here is about the claim. It can be true or false." },
  },
});
