import { z } from "zod";
import { complete, percentage, printedCount } from "./listFields.js";
import { dimensionKey, level, nonEmptyText, regionName as region } from "./scalar.js";
import { cite } from "./source.js";

const rank = z.int().positive();
const doubt = nonEmptyText
  .describe(
    "The contradiction within the source, in GovGraph's words. Optional; absent if the source does not contradict itself.",
  )
  .optional();

/** The sections of an edition file with ranks and scores of regions. */
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
                    "Rank as printed, 1 is the best; ties share a rank, and no rank is skipped. Null if not printed.",
                  ),
                score: z
                  .number()
                  .min(0)
                  .max(100)
                  .nullable()
                  .describe("Points of the overall index, from 0 to 100; null if not printed."),
                doubt,
              })
              .refine(
                ({ rank, score }) => rank !== null || score !== null,
                "expected a rank, a score or both",
              ),
          )
          .min(1)
          .describe("By rank if ranks are printed, else in the printed order."),
        cite,
      }),
    )
    .describe("Ranks and scores in the overall index. complete: the list has every region of the level.")
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
                    "Rank as printed, 1 is the best; ties share a rank, and no rank is skipped. Null if not printed.",
                  ),
                atMost: rank
                  .nullable()
                  .describe(
                    "The worst rank that the words allow, 3 for «top three»; null if the rank is printed.",
                  ),
                score: z
                  .number()
                  .min(0)
                  .max(100)
                  .describe("Points in the dimension, from 0 to 100. Optional; absent if not printed.")
                  .optional(),
                doubt,
              })
              .refine(
                ({ rank, atMost, score }) =>
                  (rank === null) !== (atMost === null) ||
                  (rank === null && atMost === null && score !== undefined),
                "expected either rank or atMost, or a score",
              ),
          )
          .min(1)
          .describe("By rank."),
        cite,
      }),
    )
    .describe("Ranks in a dimension, as single entries or as a list by rank.")
    .default([]),
};

/** The sections of an edition file with other figures about a level as a whole. */
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
        count: z.int().nonnegative().describe("How many regions are above the mean, as printed."),
        share: percentage,
        change: z
          .int()
          .nullable()
          .describe(
            "Difference from the previous edition, as printed; negative if there are fewer, null if not printed.",
          ),
        cite,
      }),
    )
    .describe("How many regions of a level are above its mean.")
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
          "The definition of the units of the level, in GovGraph's words, never the source's sentence.",
        ),
        cite,
      }),
    )
    .describe("Definitions of the units of a level by a source, such as of key cities.")
    .default([]),
};
