import { registerEnumType } from "../api.js";

/** How an answer is known. */
export const Basis = { STATED: "STATED", INFERRED: "INFERRED", UNKNOWN: "UNKNOWN" } as const;
export type Basis = (typeof Basis)[keyof typeof Basis];

registerEnumType(Basis, {
  name: "Basis",
  description: "How an answer is known. UNKNOWN is not a negative answer. 依据：明示、推断或未知。",
  valuesConfig: {
    STATED: { description: "A source says so explicitly." },
    INFERRED: {
      description:
        "It follows from what a source says. Example: after a printed rise from 高 to 非常高, the tier is 非常高.",
    },
    UNKNOWN: {
      description:
        "No source says it, and it does not follow from what the sources say. It can still be true.",
    },
  },
});
