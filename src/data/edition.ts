import { z } from "zod";
import type { DeepPartial } from "./deepPartial.js";
import { complete, order, percentage, printedCount, regions } from "./listFields.js";
import { levelFigureSections, rankingSections } from "./ranking.js";
import { areaKey, dimensionKey, level, nonEmptyText, regionName as region, tierKey } from "./scalar.js";
import { cite, day, source } from "./source.js";

const year = z.int().min(2000).max(2100);

/** The schema of a statement about the edition itself. The list has several entries if sources disagree. */
const statementSection = <T extends z.ZodType>(is: T, description: string) =>
  z
    .array(z.strictObject({ is: is.describe("The stated value."), cite }))
    .min(1)
    .describe(`${description} Several entries where sources disagree.`);

/**
 * The schema of an edition file, `data/editions/<year>.yaml`: every fact that its sources state about one edition.
 * Computed values (a tier that a rise implies, a number of led dimensions) do not belong in it.
 */
export const editionSchema = z.strictObject({
  year: year.describe(
    "Year in the edition's title. The year that the edition evaluates is a different one: evaluatedYear.",
  ),
  sources: z
    .array(source)
    .describe(
      "The sources that only this edition cites; sources that several editions cite are in sources.yaml.",
    )
    .default([]),
  title: statementSection(nonEmptyText, "Title of the edition, as printed."),
  evaluatedYear: statementSection(year, "The year that the edition evaluates.").optional(),
  levels: z
    .array(
      z.strictObject({
        are: z.array(level).min(1).describe("The assessed levels, as the title or the text names them."),
        cite,
      }),
    )
    .min(1)
    .describe("The levels that the edition assesses. Several entries where sources disagree."),
  publishedOn: statementSection(day, "The date of publication of the edition, as YYYY-MM-DD.").optional(),
  assessor: statementSection(nonEmptyText, "The organization that made the assessment.").optional(),
  commissioner: statementSection(
    nonEmptyText,
    "The organization that commissioned the assessment.",
  ).optional(),
  dimensions: z
    .array(
      z.strictObject({
        key: dimensionKey,
        name: nonEmptyText.describe("The dimension's name as this edition prints it."),
        viewpoint: nonEmptyText
          .nullable()
          .describe("The phrase that names the point of view, such as 效能线上可评; null if not printed."),
        aspects: z.array(nonEmptyText).describe("What the dimension measures, as short terms."),
        cite,
      }),
    )
    .describe(
      "The dimensions of this edition, in its order, as it describes them. A key has several entries if sources disagree on the name.",
    )
    .default([]),
  tierBounds: z
    .array(
      z.strictObject({
        tier: tierKey,
        above: z
          .number()
          .nullable()
          .describe("Lower bound as printed, in points of the overall index; null if none is printed."),
        upTo: z.number().nullable().describe("Upper bound as printed, in points; null if none is printed."),
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
    .describe("Counts of a tier and all higher tiers together («“高”以上»).")
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
    .describe("Regions that a source explicitly puts in a tier.")
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
    .describe("The lists of leading regions, one per level and dimension.")
    .default([]),
  leadCounts: z
    .array(
      z.strictObject({
        level,
        region,
        count: z
          .int()
          .positive()
          .describe("The number of dimensions in which the region is among the leading ten, as printed."),
        cite,
      }),
    )
    .describe("The number of dimensions in which a region leads, if the source does not name the dimensions.")
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
    .describe("Regions named as consistent leaders.")
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
    .describe("Initiatives named together with their region.")
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
    .describe("Regions that rose from one tier to a higher tier since the previous edition.")
    .default([]),
  ...rankingSections,
  ...levelFigureSections,
  claims: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[a-z][a-z0-9-]*$/, "expected lowercase letters, digits and hyphens, such as east-west")
          .describe("Name of the claim within the edition."),
        text: nonEmptyText.describe("The claim in GovGraph's words, never the source's sentence."),
        about: z
          .array(
            z.strictObject({
              area: areaKey,
              role: z
                .string()
                .regex(
                  /^[a-z][a-zA-Z]*$/,
                  "expected one word that begins with a lowercase letter, such as stronger",
                )
                .describe("The role of the area in the claim, such as stronger or weaker."),
            }),
          )
          .describe("The areas in the claim with their roles, such as stronger, weaker, risen."),
        reading: nonEmptyText
          .nullable()
          .describe("GovGraph's interpretation of the claim, marked as one; null if there is none."),
        cite,
      }),
    )
    .describe("Claims of a source about areas, or about the assessment as a whole.")
    .default([]),
});

export type Edition = z.output<typeof editionSchema>;

/**
 * The schema of a file that adds facts to an edition, `YEAR-name.yaml`. Only an edition that no other file has needs its title
 * and its levels.
 */
export const addedEditionSchema = editionSchema.extend({
  title: editionSchema.shape.title.default([]),
  levels: editionSchema.shape.levels.default([]),
});

/** Combines the contents of the files of one edition: the entries of each section, in the order of the files. */
export function combineEditions<T extends DeepPartial<Edition>>(editions: readonly T[]): T {
  const sections = new Set(editions.flatMap((edition) => Object.keys(edition)));
  const combined = [...sections].map((section) => {
    const parts = editions.map((edition) => (edition as Readonly<Record<string, unknown>>)[section]);
    const lists = parts.filter((part) => Array.isArray(part));
    return [section, lists.length > 0 ? lists.flat() : parts[0]];
  });
  return Object.fromEntries(combined) as T;
}
