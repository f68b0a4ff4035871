import { z } from "zod";
import { complete, percentage, printedCount } from "./listFields.js";
import { dimensionKey, level, nonEmptyText, regionName as region } from "./scalar.js";
import { cite } from "./source.js";

const rank = z.int().positive();
const doubt = nonEmptyText
  .describe(
    "Why the source cannot be right here, in our words: it contradicts itself. Left out where nothing is odd.",
  )
  .optional();

/** Sections of an edition file that say where regions stand by rank or score. */
export const rankingSections = {
  scores: z
    .array(
      z.strictObject({
        level,
        complete,
        printedCount,
        regions: z
          .array(
            z
              .strictObject({
                region,
                rank: rank
                  .nullable()
                  .describe(
                    "Rank as printed, 1 being the best; ties share one, and none is skipped. Null where none is printed.",
                  ),
                score: z
                  .number()
                  .min(0)
                  .max(100)
                  .nullable()
                  .describe("Points of the overall index, from 0 to 100; null where none is printed."),
                doubt,
              })
              .refine(
                ({ rank, score }) => rank !== null || score !== null,
                "expected a rank, a score or both",
              ),
          )
          .min(1)
          .describe("By rank where ranks are printed, else in the order of print."),
        cite,
      }),
    )
    .describe("Ranks and scores in the overall index. complete: every region of the level is there.")
    .default([]),
  ranks: z
    .array(
      z.strictObject({
        level,
        dimension: dimensionKey,
        regions: z
          .array(
            z
              .strictObject({
                region,
                rank: rank
                  .nullable()
                  .describe(
                    "Rank as printed, 1 being the best; ties share one, and none is skipped. Null where none is printed.",
                  ),
                atMost: rank
                  .nullable()
                  .describe(
                    "The worst rank that the words allow, 3 for «top three»; null where the rank is printed.",
                  ),
                doubt,
              })
              .refine(
                ({ rank, atMost }) => (rank === null) !== (atMost === null),
                "expected either rank or atMost",
              ),
          )
          .min(1)
          .describe("By rank."),
        cite,
      }),
    )
    .describe("Ranks in a dimension, one by one or as a list in order of rank.")
    .default([]),
};

/** Sections of an edition file with other figures about a level as a whole. */
export const levelFigureSections = {
  means: z
    .array(
      z.strictObject({
        level,
        mean: z.number().min(0).max(100).describe("Mean of the overall index in points, as printed."),
        cite,
      }),
    )
    .describe("The mean of the overall index over the regions of a level.")
    .default([]),
  aboveMean: z
    .array(
      z.strictObject({
        level,
        count: z.int().nonnegative().describe("How many regions lie above the mean, as printed."),
        share: percentage,
        change: z
          .int()
          .nullable()
          .describe(
            "How many more than in the edition before, as printed; negative for fewer, null where not printed.",
          ),
        cite,
      }),
    )
    .describe("How many regions of a level lie above its mean.")
    .default([]),
  objects: z
    .array(
      z.strictObject({
        level,
        count: z.int().positive().describe("How many units are assessed, as printed."),
        cite,
      }),
    )
    .describe("How many units of a level the edition assesses.")
    .default([]),
  firstAssessed: z
    .array(z.strictObject({ level, cite }))
    .describe("Levels that the edition assesses for the first time.")
    .default([]),
  definitions: z
    .array(
      z.strictObject({
        level,
        text: nonEmptyText.describe(
          "What the units of the level are, in our own words, never the source's sentence.",
        ),
        cite,
      }),
    )
    .describe("What a source says the units of a level are, such as what a key city is.")
    .default([]),
};
