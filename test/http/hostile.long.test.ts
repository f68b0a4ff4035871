import { describeHostile } from "./hostile.js";
import { lengthOf } from "./length.js";

describeHostile(lengthOf(2_000, 10_000), 4);
