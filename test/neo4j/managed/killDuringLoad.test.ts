import { killDuringLoad } from "./killDuringLoad.js";

killDuringLoad([2, 3, 4]);
