import { z } from "zod";
import { cite, day, source } from "./source.js";
import { areaKey, dimensionKey, level, regionName as region, tierKey, words } from "./word.js";

const year = z.int().min(2000).max(2100);
const order = z
  .enum(["ADMINISTRATIVE", "RANK"])
  .nullable()
  .describe("What the source says of the order of the list; null where it says nothing.");
const complete = z
  .boolean()
  .describe("true: the source lists all there are, so sizes and sums bind. false: an open list («…等地区»).");
const printedCount = z
  .int()
  .positive()
  .nullable()
  .describe(
    "The size of the list as the source prints it («前10名», «等8个地区»); null where it prints none.",
  );
const percentage = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?%$/, "expected a share as printed, such as 37.50%")
  .nullable()
  .describe(
    "Share of the level's 32 units, exactly as printed, with its percent sign; null where none is printed.",
  );

const regions = z.array(region).min(1).describe("Short names in hanzi, in the order of print.");

/** A statement about the edition itself. Several entries in a list: sources that disagree, side by side. */
const stated = <T extends z.ZodType>(is: T, description: string) =>
  z
    .array(z.strictObject({ is: is.describe("What the source says."), cite }))
    .min(1)
    .describe(`${description} Several entries where sources disagree.`);

/**
 * The form of an edition file, `data/editions/<year>.yaml`: every fact that its sources state about one edition.
 * What is only computed (a tier that a rise implies, a number of led dimensions) has no place in it.
 */
export const editionSchema = z.strictObject({
  year: year.describe(
    "Year in the edition's title. The year that it evaluates is another one: evaluatedYear.",
  ),
  sources: z
    .array(source)
    .describe("The sources that come with this edition; other editions may cite them too."),
  title: stated(words, "Title of the edition, as printed."),
  evaluatedYear: stated(year, "The year that the edition evaluates."),
  publishedOn: stated(day, "The day the edition was published, as YYYY-MM-DD.").optional(),
  assessor: stated(words, "Who made the assessment.").optional(),
  commissioner: stated(words, "Who commissioned it.").optional(),
  dimensions: z
    .array(
      z.strictObject({
        key: dimensionKey,
        name: words.describe("The dimension's name as this edition prints it."),
        viewpoint: words
          .nullable()
          .describe("The phrase that names the point of view, such as 效能线上可评."),
        aspects: z.array(words).describe("What it measures, as terms."),
        cite,
      }),
    )
    .describe("The dimensions of this edition, in its order, with what it says of them.")
    .default([]),
  tierBounds: z
    .array(
      z.strictObject({
        tier: tierKey,
        above: z.number().nullable().describe("Lower bound as printed, in points of the overall index."),
        upTo: z
          .number()
          .nullable()
          .describe("Upper bound as printed, in points; null where none is printed."),
        printed: words.describe("The bounds as printed, such as 超过90."),
        cite,
      }),
    )
    .describe("The bounds of tiers; a tier without printed bounds has no entry.")
    .default([]),
  tierCounts: z
    .array(
      z.strictObject({
        level,
        complete,
        tiers: z
          .array(
            z.strictObject({
              tier: tierKey,
              count: z.int().nonnegative().describe("How many regions, as printed."),
              share: percentage,
              cite,
            }),
          )
          .min(1)
          .describe("One entry for each tier that the source counts."),
      }),
    )
    .describe("How many regions of a level are in each tier.")
    .default([]),
  tierMembers: z
    .array(
      z.strictObject({
        level,
        tier: tierKey,
        complete,
        order,
        printedCount,
        regions,
        cite,
      }),
    )
    .describe("Regions that a source puts in a tier in so many words.")
    .default([]),
  leaders: z
    .array(
      z.strictObject({
        level,
        dimension: dimensionKey,
        complete,
        order,
        printedCount,
        regions,
        cite,
      }),
    )
    .describe("The lists of leading regions, one for each level and dimension.")
    .default([]),
  keepsLeading: z
    .array(
      z.strictObject({
        level,
        period: words.describe("The period as printed, such as 近年来."),
        complete,
        order,
        printedCount,
        regions,
        cite,
      }),
    )
    .describe("Regions named as leading the country lastingly.")
    .default([]),
  initiatives: z
    .array(
      z.strictObject({
        level,
        complete,
        regions: z
          .array(
            z.strictObject({
              region,
              initiative: words.describe("Name of the initiative, without quotation marks."),
            }),
          )
          .min(1)
          .describe("Each initiative with its region, in the order of print."),
        cite,
      }),
    )
    .describe("Initiatives named together with the region they come from.")
    .default([]),
  rises: z
    .array(
      z.strictObject({
        level,
        from: tierKey,
        to: tierKey,
        complete,
        order,
        printedCount,
        regions,
        cite,
      }),
    )
    .describe("Regions that rose from one tier to a higher one since the edition before.")
    .default([]),
  claims: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/, "expected small letters, digits and hyphens, such as east-west")
          .describe("Name of the claim within the edition."),
        text: words.describe("The claim in our own words, never the source's sentence."),
        about: z
          .array(
            z.strictObject({
              area: areaKey,
              role: z
                .string()
                .regex(
                  /^[a-z][a-zA-Z]*$/,
                  "expected one word beginning with a small letter, such as stronger",
                )
                .describe("The part that the area plays in the claim, such as stronger or weaker."),
            }),
          )
          .describe("The areas it speaks of and the part each plays, such as stronger, weaker, risen."),
        reading: words
          .nullable()
          .describe("What is our own reading in it, said as such; null where there is none."),
        cite,
      }),
    )
    .describe("What a source says about areas.")
    .default([]),
});

export type Edition = z.output<typeof editionSchema>;
