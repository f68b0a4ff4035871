import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { z } from "zod";
import { areasSchema, dimensionsSchema, regionsSchema, tiersSchema } from "./base.js";
import { type Edition, editionSchema } from "./edition.js";

export type Area = z.output<typeof areasSchema>[number];
export type Region = z.output<typeof regionsSchema>[number];
export type Dimension = z.output<typeof dimensionsSchema>[number];
export type Tier = z.output<typeof tiersSchema>[number];

/** All that the data files say, in the order of the files; editions by year. */
export interface Dataset {
  readonly areas: readonly Area[];
  readonly regions: readonly Region[];
  readonly dimensions: readonly Dimension[];
  readonly tiers: readonly Tier[];
  readonly editions: readonly Edition[];
}

/**
 * Reads a folder of data files.
 * @param folder holds areas.yaml, regions.yaml, dimensions.yaml, tiers.yaml and editions/<year>.yaml
 * @param extraFiles edition files laid over those of the folder; one of the same year takes its place
 */
export function readDataset(folder: string, extraFiles: readonly string[] = []): Dataset {
  const read = <T extends z.ZodType>(form: T, path: string) =>
    form.parse(parse(readFileSync(path, "utf8"))) as z.output<T>;
  const editions = new Map<number, Edition>();
  const own = readdirSync(join(folder, "editions")).filter((name) => name.endsWith(".yaml"));
  for (const path of [...own.map((name) => join(folder, "editions", name)), ...extraFiles]) {
    const edition = read(editionSchema, path);
    editions.set(edition.year, edition);
  }
  return {
    areas: read(areasSchema, join(folder, "areas.yaml")),
    regions: read(regionsSchema, join(folder, "regions.yaml")),
    dimensions: read(dimensionsSchema, join(folder, "dimensions.yaml")),
    tiers: read(tiersSchema, join(folder, "tiers.yaml")),
    editions: [...editions.values()].sort((a, b) => a.year - b.year),
  };
}
