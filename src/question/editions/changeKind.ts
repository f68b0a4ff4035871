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
    ROSE: { description: "A better rank, a higher score or a higher tier. For a figure: a larger number." },
    FELL: { description: "A worse rank, a lower score or a lower tier. For a figure: a smaller number." },
    STAYED: { description: "The same as before. For a list: in both lists." },
    ENTERED: { description: "In the later list but not in the earlier list, which is complete." },
    LEFT: {
      description:
        "In the earlier list but not in the later list, which is complete. Example: Shanghai (上海), 2017 to 2018.",
    },
    STAYED_OUT: { description: "In neither list. Both lists are complete." },
    STAYED_OR_FELL: {
      description:
        "The region did not rise: the edition names all regions whose tier rose, and this region is not one of them. Falls are never printed.",
    },
    NOT_STATED: {
      description:
        "Not stated: a value is not printed, sources disagree, or an open-ended list does not name the region.",
    },
    NOT_COMPARABLE: {
      description:
        "Not comparable: an edition does not assess the level or the dimension, or has no such lists. See `gap` of both values.",
    },
  },
});
