import { registerEnumType } from "../api.js";

/** The two levels that the assessment looks at; they are never mixed in one list. */
export const Level = { PROVINCE: "PROVINCE", CITY: "CITY" } as const;
export type Level = (typeof Level)[keyof typeof Level];

registerEnumType(Level, {
  name: "Level",
  description:
    "The two levels that the assessment looks at. They are never mixed in one list. 评估的两个层面。",
  valuesConfig: {
    PROVINCE: {
      description:
        "省级政府: the 32 provincial-level units, that is 31 provinces, autonomous regions and municipalities and the Xinjiang Production and Construction Corps.",
    },
    CITY: {
      description:
        "重点城市: the 32 key cities, that is five separately planned cities and 27 capitals of provinces and autonomous regions.",
    },
  },
});
