import { z } from "zod";

/** A text that is not empty; white space around it is removed. */
export const nonEmptyText = z.string().trim().min(1);

/** The key of a table entry, which all references use. */
export const key = z
  .string()
  .regex(/^[A-Z][A-Z_]*$/, "expected a key in capitals, such as VERY_HIGH")
  .describe("Stable key, the same in all editions, in capitals, such as VERY_HIGH.");

/** A reference to a table entry. The published JSON Schemas use the id to list the allowed values. */
const reference = (id: string, description: string) => z.string().min(1).meta({ id, description });

export const areaKey = reference("area", "Key of an area, as in areas.yaml.");
export const dimensionKey = reference("dimension", "Key of a dimension, as in dimensions.yaml.");
export const tierKey = reference("tier", "Key of a tier, as in tiers.yaml.");
export const regionName = reference("region", "Short name in hanzi, as in regions.yaml, such as 广州.");

export const level = z.enum(["PROVINCE", "CITY"]).meta({
  id: "level",
  description: "PROVINCE: the 32 provincial-level units. CITY: the 32 key cities.",
});

export type Level = z.output<typeof level>;
