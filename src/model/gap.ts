import { registerEnumType } from "../api.js";

/** Why something is not known of a region in an edition. */
export const Gap = {
  NOT_ASSESSED: "NOT_ASSESSED",
  DIMENSION_NOT_ASSESSED: "DIMENSION_NOT_ASSESSED",
  NO_LISTS: "NO_LISTS",
  OPEN_LIST: "OPEN_LIST",
  AT_MOST: "AT_MOST",
  NOT_STATED: "NOT_STATED",
  DISPUTED: "DISPUTED",
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

registerEnumType(Gap, {
  name: "Gap",
  description: "Why something is not known of a region in an edition. Unknown is not no. 缺失原因。",
  valuesConfig: {
    NOT_ASSESSED: {
      description: "The edition does not assess the region's level. Example: key cities before 2019.",
    },
    DIMENSION_NOT_ASSESSED: {
      description: "The edition does not assess the dimension. Example: 服务成效度 in 2017.",
    },
    NO_LISTS: { description: "The edition has no lists of leading regions of the level." },
    OPEN_LIST: {
      description:
        "The list is an open or partial one that does not name the region: it may lead all the same.",
    },
    AT_MOST: { description: "Only the worst that the rank can be is printed, such as «top three»." },
    NOT_STATED: { description: "No source that was found states it; it was so or otherwise all the same." },
    DISPUTED: { description: "Sources disagree; their readings stand beside it." },
  },
});
