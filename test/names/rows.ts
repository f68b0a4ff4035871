import { readDataset } from "../../src/data/dataset.js";
import { RegionTable } from "../../src/data/tables.js";

/** The 64 regions as the data files have them. */
export const regions = new RegionTable(readDataset("data").regions).rows;
