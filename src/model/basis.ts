import { registerEnumType } from "../api.js";

/** How an answer is known. */
export const Basis = { STATED: "STATED", INFERRED: "INFERRED", UNKNOWN: "UNKNOWN" } as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

registerEnumType(Basis, {
  name: "Basis",
  description: "How an answer is known. Unknown is not no. 依据:明示、推断或未知。",
  valuesConfig: {
    STATED: { description: "A source says so in so many words." },
    INFERRED: {
      description:
        "It follows from what a source says. Example: a printed rise from 高 to 非常高 tells the tier now.",
    },
    UNKNOWN: {
      description: "No source says it, and it does not follow from what they say. It may still be so.",
    },
  },
});
