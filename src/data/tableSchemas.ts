import { z } from "zod";
import { areaKey, key, level, nonEmptyText } from "./scalar.js";

/** The schema of `data/areas.yaml`: the areas of the country, by scheme. */
export const areasSchema = z.array(
  z.strictObject({
    key,
    name: nonEmptyText.describe("Name in Chinese."),
    nameEn: nonEmptyText.describe("Name in English."),
    scheme: z
      .enum(["ECONOMIC", "NORTH_SOUTH"])
      .describe("The division of the country; a province belongs to exactly one area of each."),
    definedBy: nonEmptyText.describe(
      "Who defines this area: the report, the statistics office, or GovGraph.",
    ),
  }),
);

/** The keys of the dimensions. The GraphQL schema has the same: another dimension needs a change of both. */
export const dimensionKeys = ["EFFECTIVENESS", "MATURITY", "COMPLETENESS", "COVERAGE", "ACCURACY"] as const;
/** The keys of the tiers, as in the GraphQL schema. */
export const tierKeys = ["VERY_HIGH", "HIGH", "MEDIUM", "LOW"] as const;

/** The schema of `data/dimensions.yaml`: the stable keys. The names that an edition prints are in its edition file. */
export const dimensionsSchema = z.array(
  z.strictObject({
    key: z.enum(dimensionKeys).describe("Stable key, the same in all editions and in the GraphQL schema."),
    name: nonEmptyText.describe("Name in Chinese."),
    nameEn: nonEmptyText.describe("Name in English."),
  }),
);

/** The schema of `data/tiers.yaml`, from the highest tier to the lowest. */
export const tiersSchema = z.array(
  z.strictObject({
    key: z.enum(tierKeys).describe("Stable key, the same in all editions and in the GraphQL schema."),
    name: nonEmptyText.describe("Name in Chinese."),
    nameEn: nonEmptyText.describe("Name in English."),
  }),
);

/** The schema of `data/regions.yaml`. The order of the entries of a level is the report's administrative order. */
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
      .describe("The kind of administrative unit."),
    name: nonEmptyText.describe("Short name in hanzi, as the reports print it, such as 广州."),
    fullName: nonEmptyText.describe("Full name in hanzi, such as 广州市."),
    nameEn: nonEmptyText.describe("The usual English name, such as Hohhot."),
    pinyin: nonEmptyText.describe("Pinyin with tones, syllables joined, such as Guǎngzhōu."),
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
        "Keys of the areas that a province belongs to; empty for cities, because a city belongs to the areas of its province.",
      ),
    note: nonEmptyText
      .nullable()
      .describe("A note for readers, such as about a namesake; null if there is none."),
  }),
);

export type Area = z.output<typeof areasSchema>[number];
export type Region = z.output<typeof regionsSchema>[number];
export type Dimension = z.output<typeof dimensionsSchema>[number];
export type Tier = z.output<typeof tiersSchema>[number];
