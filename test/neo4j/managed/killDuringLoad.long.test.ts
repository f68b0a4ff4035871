import { lengthOf } from "../../long.js";
import { killDuringLoad } from "./killDuringLoad.js";

killDuringLoad(Array.from({ length: lengthOf(10, 50) }, (_, index) => 100 + index));
