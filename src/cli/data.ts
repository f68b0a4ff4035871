import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { readDataset } from "../data/dataset.js";
import { datasetElements } from "../load/dataset.js";
import type { Element } from "../load/element.js";

/** The data that come with GovGraph. */
const ownData = fileURLToPath(new URL("../../data/", import.meta.url));

/** The folder of data files to use: GOVGRAPH_DATA, else the data that come with GovGraph. */
export function dataFolder(config: Config): string {
  return config.GOVGRAPH_DATA ?? ownData;
}

/** What the data files say, ready to be loaded. */
export interface Data {
  readonly elements: readonly Element[];
  /** Years of the editions. */
  readonly editions: readonly number[];
}

/**
 * Reads and checks the data files.
 * @param files edition files laid over those of the data folder
 * @param texts the operator's folder of texts, to compare hashes with; without it none is compared
 * @throws DataError with every fault when the data are not valid
 */
export function readData(config: Config, files: readonly string[] = [], texts?: string): Data {
  const dataset = readDataset(dataFolder(config), files, { texts });
  return { elements: datasetElements(dataset), editions: dataset.editions.map(({ year }) => year) };
}
