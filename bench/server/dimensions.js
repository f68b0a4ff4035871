// Imported before GovGraph starts on D2 (node --import): adds the further dimensions to the enum DimensionKey before the
// schema is built. Nothing else of the server is changed.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { furtherDimensions } from "../synthetic.js";

const file = join(process.env.BENCH_CHECKOUT ?? "", "dist/model/dimension.js");
const { DimensionKey } = await import(pathToFileURL(file).href);
for (const { key } of furtherDimensions()) DimensionKey[key] = key;
