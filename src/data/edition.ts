import { z } from "zod";
import { complete, order, percentage, printedCount, regions } from "./listFields.js";
import { levelFigureSections, rankingSections } from "./ranking.js";
import { areaKey, dimensionKey, level, nonEmptyText, regionName as region, tierKey } from "./scalar.js";
import { cite, day, source } from "./source.js";

const year = z.int().min(2000).max(2100);

/** A statement about the edition itself. Several entries in a list: sources that disagree, side by side. */
const statementSection = <T extends z.ZodType>(is: T, description: string) =>
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
    .describe("The sources that speak of this edition alone; what several editions cite is in sources.yaml.")
    .default([]),
  title: statementSection(nonEmptyText, "Title of the edition, as printed."),
  evaluatedYear: statementSection(year, "The year that the edition evaluates."),
  publishedOn: statementSection(day, "The day the edition was published, as YYYY-MM-DD.").optional(),
  assessor: statementSection(nonEmptyText, "Who made the assessment.").optional(),
  commissioner: statementSection(nonEmptyText, "Who commissioned it.").optional(),
  dimensions: z
    .array(
      z.strictObject({
        key: dimensionKey,
        name: nonEmptyText.describe("The dimension's name as this edition prints it."),
        viewpoint: nonEmptyText
          .nullable()
          .describe("The phrase that names the point of view, such as 效能线上可评."),
        aspects: z.array(nonEmptyText).describe("What it measures, as terms."),
        cite,
      }),
    )
    .describe(
      "The dimensions of this edition, in its order, with what it says of them. Several entries of a key where sources disagree on its name.",
    )
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
        printed: nonEmptyText.describe("The bounds as printed, such as 超过90."),
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
  cumulativeCounts: z
    .array(
      z.strictObject({
        level,
        tier: tierKey,
        count: z
          .int()
          .nonnegative()
          .describe("How many regions are in this tier or a higher one, as printed."),
        share: percentage,
        cite,
      }),
    )
    .describe("Counts of a tier and all above it together («“高”以上»).")
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
  leadCounts: z
    .array(
      z.strictObject({
        level,
        region,
        count: z.int().positive().describe("In how many dimensions it is among the leading ten, as printed."),
        cite,
      }),
    )
    .describe("In how many dimensions a region leads, where the source does not say in which.")
    .default([]),
  keepsLeading: z
    .array(
      z.strictObject({
        level,
        period: nonEmptyText.describe("The period as printed, such as 近年来."),
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
              initiative: nonEmptyText.describe("Name of the initiative, without quotation marks."),
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
  ...rankingSections,
  ...levelFigureSections,
  claims: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/, "expected small letters, digits and hyphens, such as east-west")
          .describe("Name of the claim within the edition."),
        text: nonEmptyText.describe("The claim in our own words, never the source's sentence."),
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
        reading: nonEmptyText
          .nullable()
          .describe("What is our own reading in it, said as such; null where there is none."),
        cite,
      }),
    )
    .describe("What a source says about areas, or about the assessment as a whole.")
    .default([]),
});

export type Edition = z.output<typeof editionSchema>;
