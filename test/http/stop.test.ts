import { describeStops } from "./stop.js";

describeStops(1, ["SIGTERM"]);
