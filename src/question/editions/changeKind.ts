import { registerEnumType } from "../../api.js";

/** How something changed between two editions. */
export const ChangeKind = {
  ROSE: "ROSE",
  FELL: "FELL",
  STAYED: "STAYED",
  ENTERED: "ENTERED",
  LEFT: "LEFT",
  STAYED_OUT: "STAYED_OUT",
  STAYED_OR_FELL: "STAYED_OR_FELL",
  NOT_STATED: "NOT_STATED",
  NOT_COMPARABLE: "NOT_COMPARABLE",
} as const;
export type ChangeKind = (typeof ChangeKind)[keyof typeof ChangeKind];

registerEnumType(ChangeKind, {
  name: "ChangeKind",
  description: "How something changed from one edition to a later one. 变化类别。",
  valuesConfig: {
    ROSE: { description: "A better rank, a higher score or tier; for a figure: a greater number." },
    FELL: { description: "A worse rank, a lower score or tier; for a figure: a smaller number." },
    STAYED: { description: "The same; for a list: in it both times." },
    ENTERED: { description: "Not in the list, then in it; both lists are complete." },
    LEFT: { description: "In the list, then not; the later list is complete. Example: 上海, 2017 to 2018." },
    STAYED_OUT: { description: "In neither list; both are complete." },
    STAYED_OR_FELL: {
      description:
        "It did not rise: all regions whose tier rose are named and it is not among them. Falls are never printed.",
    },
    NOT_STATED: {
      description:
        "Nobody says: a value is not printed, sources disagree, or a list that does not name it is open.",
    },
    NOT_COMPARABLE: {
      description:
        "There is nothing to compare: an edition does not assess the level or the dimension, or has no such lists. `gap` of either side says which.",
    },
  },
});
