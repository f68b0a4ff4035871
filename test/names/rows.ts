import { readDataset } from "../../src/data/dataset.js";
import { RegionTable } from "../../src/data/tables.js";

/** The 64 regions of the data files. */
export const regions = new RegionTable(readDataset("data").regions).rows;
