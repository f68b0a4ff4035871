import { z } from "zod";
import { regionName } from "./scalar.js";

/** What the form of every printed list says of it. */
export const order = z
  .enum(["ADMINISTRATIVE", "RANK"])
  .nullable()
  .describe("What the source says of the order of the list; null where it says nothing.");

export const complete = z
  .boolean()
  .describe("true: the source lists all there are, so sizes and sums bind. false: an open list («…等地区»).");

export const printedCount = z
  .int()
  .positive()
  .nullable()
  .describe(
    "The size of the list as the source prints it («前10名», «等8个地区»); null where it prints none.",
  );

export const percentage = z
  .string()
  .regex(/^\d{1,3}(\.\d+)?%$/, "expected a share as printed, such as 37.50%")
  .nullable()
  .describe(
    "Share of the level's 32 units, exactly as printed, with its percent sign; null where none is printed.",
  );

export const regions = z.array(regionName).min(1).describe("Short names in hanzi, in the order of print.");
