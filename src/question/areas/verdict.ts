import { registerEnumType } from "../../api.js";

/** Which way the figures by area point for a claim about areas. */
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
    "Which way the figures by area point for a claim: counts against what an even spread would give, no test of significance. 论断与数字的关系。",
  valuesConfig: {
    BORNE_OUT: {
      description:
        "All of them its way. An area said to be stronger has more of the leaders than an even spread would give it, a weaker one fewer, in every dimension; all that rose lie in the areas said to have progressed.",
    },
    MIXED: {
      description:
        "Some its way and some not, or only in part. Example: 7 of 11 that rose lie in the areas said to have progressed.",
    },
    NOT_BORNE_OUT: { description: "All of them the other way." },
    UNDECIDED: { description: "No figure here bears on it. It may be so or not." },
  },
});
