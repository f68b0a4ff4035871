import { z } from "zod";

const words = z.string().trim().min(1);
const key = z.string().regex(/^[A-Z][A-Z_]*$/, "expected a key in capitals, such as VERY_HIGH");

/** The form of `data/areas.yaml`: the areas that regions lie in, by scheme. */
export const areasSchema = z.array(
  z.strictObject({
    key,
    name: words,
    nameEn: words,
    scheme: z.enum(["ECONOMIC", "NORTH_SOUTH"]),
    definedBy: words.describe("Who draws this area: the report, the statistics office, or GovGraph."),
  }),
);

/** The form of `data/dimensions.yaml`: the stable keys; names as an edition prints them stand in the edition files. */
export const dimensionsSchema = z.array(z.strictObject({ key, name: words, nameEn: words }));

/** The form of `data/tiers.yaml`, from the highest tier to the lowest. */
export const tiersSchema = z.array(z.strictObject({ key, name: words, nameEn: words }));

/** The form of `data/regions.yaml`. The order of the entries of a level is the report's administrative order. */
export const regionsSchema = z.array(
  z.strictObject({
    code: z.string().regex(/^(\d{6}|XPCC)$/, "expected six digits of GB/T 2260, or XPCC"),
    level: z.enum(["PROVINCE", "CITY"]),
    kind: z.enum([
      "MUNICIPALITY",
      "PROVINCE",
      "AUTONOMOUS_REGION",
      "CORPS",
      "SUB_PROVINCIAL_CAPITAL",
      "SEPARATELY_PLANNED_CITY",
      "PROVINCIAL_CAPITAL",
      "AUTONOMOUS_REGION_CAPITAL",
    ]),
    name: words,
    fullName: words,
    nameEn: words,
    pinyin: words.describe("With tones, syllables joined, such as Guǎngzhōu."),
    initials: z.string().regex(/^[a-z]+$/, "expected the first letters of the pinyin syllables, such as gz"),
    aliases: z.array(words),
    province: words
      .nullable()
      .describe("Short name of the province that a city belongs to; null for provinces."),
    areas: z
      .array(key)
      .describe(
        "Keys of the areas a province lies in; empty for cities, which lie where their province lies.",
      ),
    note: words
      .nullable()
      .describe("What a reader must know, such as a namesake; null where there is nothing."),
  }),
);
