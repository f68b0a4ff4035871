import { registerEnumType } from "../api.js";

/** The reasons why a value of a region is not known in an edition. */
export const Gap = {
  NOT_ASSESSED: "NOT_ASSESSED",
  DIMENSION_NOT_ASSESSED: "DIMENSION_NOT_ASSESSED",
  NO_LISTS: "NO_LISTS",
  OPEN_LIST: "OPEN_LIST",
  AT_MOST: "AT_MOST",
  AT_LEAST: "AT_LEAST",
  NOT_STATED: "NOT_STATED",
  DISPUTED: "DISPUTED",
} as const;
export type Gap = (typeof Gap)[keyof typeof Gap];

registerEnumType(Gap, {
  name: "Gap",
  description:
    "Why a value of a region is not known in an edition. An unknown value is not a negative answer. 缺失原因。",
  valuesConfig: {
    NOT_ASSESSED: {
      description: "The edition does not assess the region's level. Example: key cities before 2019.",
    },
    DIMENSION_NOT_ASSESSED: {
      description: "The edition does not assess the dimension. Example: 服务成效度 in 2017.",
    },
    NO_LISTS: { description: "The edition has no lists of leading regions of the level." },
    OPEN_LIST: {
      description: "The list is open or partial and does not name the region. The region can still lead.",
    },
    AT_MOST: { description: "Only the worst possible rank is printed, such as «top three»." },
    AT_LEAST: {
      description:
        "No rank is printed, but the region is outside a complete list of the best ranks, so its rank is worse.",
    },
    NOT_STATED: { description: "No source that was found states the value. The value exists all the same." },
    DISPUTED: { description: "Sources disagree. A field next to this one lists every reading." },
  },
});
