import { fileURLToPath } from "node:url";
import type { Config } from "../config.js";
import { type AddedFile, type Dataset, readDataset } from "../data/dataset.js";
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
  /** The files that the operator adds. */
  readonly addedFiles: readonly AddedFile[];
}

/** Reads and checks the data files as `readData` does, without the elements. @throws DataError */
export function readDataFiles(config: Config, files: readonly string[] = [], texts?: string): Dataset {
  return readDataset(dataFolder(config), files, { texts, more: config.GOVGRAPH_DATA_MORE });
}

/**
 * Reads and checks the data files.
 * @param files files with further facts or editions, besides those in GOVGRAPH_DATA_MORE
 * @param texts the operator's folder of texts, to compare hashes with; without it none is compared
 * @throws DataError with every fault when the data are not valid
 */
export function readData(config: Config, files: readonly string[] = [], texts?: string): Data {
  const dataset = readDataFiles(config, files, texts);
  const elements = datasetElements(dataset);
  const editions = elements.flatMap(({ kind, properties }) =>
    kind === "edition" ? [properties.year as number] : [],
  );
  return { elements, editions, addedFiles: dataset.addedFiles };
}

/** Names the added files at the end of a message; "" if there are none. */
export function describeAddedFiles(files: readonly Pick<AddedFile, "name">[]): string {
  return files.length === 0 ? "" : `, with added files ${files.map(({ name }) => name).join(", ")}`;
}
