import { registerEnumType } from "../api.js";

/** The two levels that are assessed. A list never mixes them. */
export const Level = { PROVINCE: "PROVINCE", CITY: "CITY" } as const;
export type Level = (typeof Level)[keyof typeof Level];

registerEnumType(Level, {
  name: "Level",
  description: "Level of the assessed regions. A list never mixes the two levels. 评估的两个层面。",
  valuesConfig: {
    PROVINCE: {
      description:
        "The 32 provincial-level units (省级政府): 31 provinces, autonomous regions and municipalities, and the Xinjiang Production and Construction Corps.",
    },
    CITY: {
      description:
        "The 32 key cities (重点城市): five separately planned cities and 27 capitals of provinces and autonomous regions.",
    },
  },
});
