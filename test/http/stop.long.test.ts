import { lengthOf } from "../long.js";
import { describeStops } from "./stop.js";

describeStops(lengthOf(5, 20), ["SIGTERM", "SIGINT", "SIGHUP"]);
