import { z } from "zod";
import { areaKey, key, level, nonEmptyText } from "./scalar.js";

/** The form of `data/areas.yaml`: the areas that regions lie in, by scheme. */
export const areasSchema = z.array(
  z.strictObject({
    key,
    name: nonEmptyText.describe("Name in Chinese."),
    nameEn: nonEmptyText.describe("Name in English."),
    scheme: z
      .enum(["ECONOMIC", "NORTH_SOUTH"])
      .describe("The division that the area belongs to; a province lies in one area of each."),
    definedBy: nonEmptyText.describe("Who draws this area: the report, the statistics office, or GovGraph."),
  }),
);

/** The form of `data/dimensions.yaml`: the stable keys; names as an edition prints them stand in the edition files. */
export const dimensionsSchema = z.array(
  z.strictObject({
    key,
    name: nonEmptyText.describe("Name in Chinese."),
    nameEn: nonEmptyText.describe("Name in English."),
  }),
);

/** The form of `data/tiers.yaml`, from the highest tier to the lowest. */
export const tiersSchema = z.array(
  z.strictObject({
    key,
    name: nonEmptyText.describe("Name in Chinese."),
    nameEn: nonEmptyText.describe("Name in English."),
  }),
);

/** The form of `data/regions.yaml`. The order of the entries of a level is the report's administrative order. */
export const regionsSchema = z.array(
  z.strictObject({
    code: z
      .string()
      .regex(/^(\d{6}|XPCC)$/, "expected six digits of GB/T 2260, or XPCC")
      .describe(
        "Six digits of GB/T 2260; XPCC for the Xinjiang Production and Construction Corps, which has none.",
      ),
    level,
    kind: z
      .enum([
        "MUNICIPALITY",
        "PROVINCE",
        "AUTONOMOUS_REGION",
        "CORPS",
        "SUB_PROVINCIAL_CAPITAL",
        "SEPARATELY_PLANNED_CITY",
        "PROVINCIAL_CAPITAL",
        "AUTONOMOUS_REGION_CAPITAL",
      ])
      .describe("What sort of unit it is."),
    name: nonEmptyText.describe("Short name in hanzi, as the reports print it, such as 广州."),
    fullName: nonEmptyText.describe("Full name in hanzi, such as 广州市."),
    nameEn: nonEmptyText.describe("The usual English name, such as Hohhot."),
    pinyin: nonEmptyText.describe("With tones, syllables joined, such as Guǎngzhōu."),
    initials: z
      .string()
      .regex(/^[a-z]+$/, "expected the first letters of the pinyin syllables, such as gz")
      .describe("First letters of the pinyin syllables, such as gz."),
    aliases: z
      .array(nonEmptyText)
      .describe("Other names in use, in hanzi or Latin letters, such as 粤 or XPCC."),
    province: nonEmptyText
      .nullable()
      .describe("Short name of the province that a city belongs to; null for provinces."),
    areas: z
      .array(areaKey)
      .describe(
        "Keys of the areas a province lies in; empty for cities, which lie where their province lies.",
      ),
    note: nonEmptyText
      .nullable()
      .describe("What a reader must know, such as a namesake; null where there is nothing."),
  }),
);

export type Area = z.output<typeof areasSchema>[number];
export type Region = z.output<typeof regionsSchema>[number];
export type Dimension = z.output<typeof dimensionsSchema>[number];
export type Tier = z.output<typeof tiersSchema>[number];
