import { z } from "zod";
import { regionName } from "./scalar.js";

/** The fields that the schemas of all printed lists share. */
export const order = z
  .enum(["ADMINISTRATIVE", "RANK"])
  .nullable()
  .describe("The order of the list as the source states it; null if not stated.");

export const complete = z
  .boolean()
  .describe(
    "true: the source lists all entries, so sizes and sums are checked. false: an open list («…等地区»).",
  );

export const printedCount = z
  .int()
  .positive()
  .nullable()
  .describe("The size of the list as the source prints it («前10名», «等8个地区»); null if not printed.");

export const percentage = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?%$/, "expected a share as printed, such as 37.50%")
  .nullable()
  .describe("Share of the level's 32 units, exactly as printed, with its percent sign; null if not printed.");

export const regions = z.array(regionName).min(1).describe("Short names in hanzi, in the printed order.");
