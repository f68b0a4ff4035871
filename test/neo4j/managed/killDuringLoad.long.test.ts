import { killDuringLoad } from "./killDuringLoad.js";

killDuringLoad(Array.from({ length: 50 }, (_, index) => 100 + index));
