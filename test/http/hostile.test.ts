import { describeHostile } from "./hostile.js";

describeHostile(300, 1);
