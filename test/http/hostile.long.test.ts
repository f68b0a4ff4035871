import { lengthOf } from "../long.js";
import { describeHostile } from "./hostile.js";

describeHostile(lengthOf(2_000, 10_000), 4);
